package health.vigil.store.chain;

/**
 * Something that is wrong with the log or an export of it, or with a checkpoint.
 *
 * @param position the first position that it concerns
 */
public record Flaw(long position, Kind kind) {

  /** What can be wrong. */
  public enum Kind {
    /** There is no event at this position, though the log goes on or should. */
    MISSING("there is no event"),
    /**
     * The event's stored hash is not the one that its content and the hash before it lead to: this
     * event was changed, or was put there, or the one before it was changed together with its hash.
     */
    CHANGED("the hash does not fit the event and the hash before it"),
    /** The event was recorded earlier than the one before it. */
    RECORDED_EARLIER("it was recorded earlier than the event before it"),
    /**
     * An event before position 1, beyond the head, or a second one at its position; in an export,
     * also one outside of the part that the manifest tells.
     */
    EXTRA("there is an event that does not belong there"),
    /** The head of the log tells another hash or another time than its newest event. */
    HEAD_DIFFERS("the head of the log differs from the newest event"),
    /** A signed checkpoint tells another hash: what lies up to here was written anew. */
    CHECKPOINT_DIFFERS("a checkpoint was signed for another hash"),
    /** The log ends before this position, for which a checkpoint was signed: its tail is gone. */
    CUT_OFF("the log ends before it, and a checkpoint was signed beyond"),
    /**
     * A checkpoint of another epoch was signed for what is not in this log: a backup was restored
     * that did not have it, or somebody wants it to look so.
     */
    OTHER_EPOCH("a checkpoint of another epoch of the log was signed for what is not here"),
    /** A checkpoint whose signature is not that of a known key; it was not compared. */
    BAD_SIGNATURE("a checkpoint has no valid signature of a known key"),
    /** The manifest of an export was changed after it was signed, or signed with an unknown key. */
    NOT_SIGNED("the manifest of the export has no valid signature of a known key"),
    /** The line of an export where the event should stand is none of its form. */
    UNREADABLE("the line is no event as an export has them"),
    /** The event stands further down in the export. */
    OUT_OF_ORDER("the event stands further down"),
    /** The export ends before this event, which its manifest tells. */
    TRUNCATED("the export ends before it"),
    /** The events hold together, but the last has another hash than the manifest was signed for. */
    MANIFEST_DIFFERS("the manifest was signed for another hash of the last event");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  /** A sentence for people, without anything that is stored. */
  @Override
  public String toString() {
    return "At position " + position + ": " + kind.sentence + ".";
  }
}
