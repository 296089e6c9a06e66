package health.vigil.app.stream;

/**
 * One event of the stream.
 *
 * @param position of the event; of a heartbeat, up to where everything has been sent
 * @param name the logical type of the event, or {@code heartbeat}
 * @param data JSON on one line
 */
record Frame(long position, String name, String data) {
  static Frame heartbeat(long position) {
    return new Frame(position, "heartbeat", "{\"position\":" + position + "}");
  }
}
