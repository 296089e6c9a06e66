package health.vigil.app.stream;

/**
 * One event of the stream.
 *
 * @param position of the event; otherwise up to where everything has been sent
 * @param name the logical type of the event, {@code heartbeat} or {@code expired}
 * @param data JSON on one line
 */
record Frame(long position, String name, String data) {
  static Frame heartbeat(long position) {
    return of("heartbeat", position);
  }

  /** The last of a stream whose token has expired. */
  static Frame expired(long position) {
    return of("expired", position);
  }

  private static Frame of(String name, long position) {
    return new Frame(position, name, "{\"position\":" + position + "}");
  }
}
