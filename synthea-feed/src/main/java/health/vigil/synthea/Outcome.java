package health.vigil.synthea;

/**
 * What became of one entry.
 *
 * @param reason why it was refused, in the server's words; empty when it was not
 */
record Outcome(Kind kind, String reason) {
  static final Outcome RECORDED = new Outcome(Kind.RECORDED, "");
  static final Outcome RECORDED_BEFORE = new Outcome(Kind.RECORDED_BEFORE, "");

  /** The three things that can become of an entry. */
  enum Kind {
    RECORDED,
    RECORDED_BEFORE,
    REFUSED
  }

  static Outcome refused(String reason) {
    return new Outcome(Kind.REFUSED, reason);
  }
}
