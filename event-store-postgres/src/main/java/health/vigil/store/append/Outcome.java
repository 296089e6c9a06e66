package health.vigil.store.append;

import java.sql.SQLException;

/** What has become of an append. All but {@link Unknown} are definite. */
public sealed interface Outcome {

  /**
   * It is in the log for good.
   *
   * @param lastPosition of its last event; the others are right before it
   */
  record Taken(long lastPosition) implements Outcome {}

  /**
   * It is not in the log, because the log holds already what one of its events claims.
   *
   * @param what is held already
   * @param index of that event in the append
   * @param heldBy the position of the event that holds it
   */
  record Collided(What what, int index, long heldBy) implements Outcome {}

  /** It is not in the log: PostgreSQL does not accept it. To try again makes no sense. */
  record Failed(SQLException reason) implements Outcome {}

  /** It is not in the log, for reasons that have nothing to do with it: it may be tried again. */
  record Refused(String reason) implements Outcome {}

  /** It may be in the log or not; recovery settles it after the caller has gone. */
  record Unknown() implements Outcome {}

  /** What an event claims for itself. */
  enum What {
    /** The same event, by its identifier. */
    IDENTIFIER,
    /** A place in its stream. */
    PLACE
  }
}
