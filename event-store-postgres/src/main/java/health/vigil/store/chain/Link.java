package health.vigil.store.chain;

/** What the next event rests on: the hash and the time of the one before it. */
final class Link {

  private final byte[] hash;
  private final long recordedAt;

  /**
   * @param hash is kept, not copied
   * @param recordedAt in microseconds since the year 2000
   */
  Link(byte[] hash, long recordedAt) {
    this.hash = hash;
    this.recordedAt = recordedAt;
  }

  static Link beforeFirst() {
    return new Link(LogHash.beforeFirst(), Long.MIN_VALUE);
  }

  byte[] hash() {
    return hash;
  }

  long recordedAt() {
    return recordedAt;
  }
}
