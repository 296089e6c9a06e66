package health.vigil.store.contract;

import java.util.Locale;

/**
 * What the caller of an append has learned.
 *
 * @param identifier of the event that the log held already; else {@code -}
 * @param position where the log holds it; else 0
 */
record Outcome(Kind kind, String identifier, long position) {

  /** What an answer says of the append. */
  enum Kind {
    /** It is in the log. */
    COMMITTED,
    /** An append under the same key is in the log, and where. */
    ALREADY_RECORDED,
    /** Somebody else has its place: it is not in the log and can not get there. */
    CONFLICT,
    /** This attempt recorded nothing; it may be repeated. */
    REFUSED,
    /** This attempt recorded nothing: the database would not have it. */
    FAILED,
    /** It may or may not be in the log. */
    UNKNOWN,
    /** The call did not come back. */
    UNANSWERED
  }

  static Outcome of(Kind kind) {
    return new Outcome(kind, "-", 0);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether it is known for good that the log has the append. */
  boolean isRecorded() {
    return kind == Kind.COMMITTED || kind == Kind.ALREADY_RECORDED;
  }

  /** Whether a repeat can tell more. */
  boolean invitesRepeat() {
    return kind == Kind.REFUSED || kind == Kind.FAILED || kind == Kind.UNKNOWN;
  }

  static Outcome parse(String text) {
    String[] parts = text.split(" ", 3);
    return new Outcome(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], Long.parseLong(parts[2]));
  }

  /** One line, which {@link #parse} reads. */
  @Override
  public String toString() {
    return kind + " " + identifier + " " + position;
  }
}
