package health.vigil.store.contract;

/**
 * What a reader that follows the log has seen: how many events, and a digest over their positions
 * and identifiers in the order in which they came.
 */
record Seen(long events, String digest) {

  static final Seen NOTHING = new Seen(0, "");

  Seen and(long position, String identifier) {
    return new Seen(events + 1, Chain.sha256(digest + position + " " + identifier));
  }

  static Seen of(Iterable<Row> rows) {
    Seen seen = NOTHING;
    for (Row row : rows) {
      seen = seen.and(row.position(), row.identifier());
    }
    return seen;
  }

  static Seen parse(String text) {
    String[] parts = text.split(" ", 2);
    return new Seen(Long.parseLong(parts[0]), parts[1]);
  }

  /** One line, which {@link #parse} reads. */
  @Override
  public String toString() {
    return events + " " + digest;
  }
}
