package health.vigil.app.ingest;

import health.vigil.app.idempotency.Recorded;
import health.vigil.monitoring.ObservationId;

/** What became of a set or a reading that was posted. */
public sealed interface Taken {
  /** It is in the log. */
  record InTheLog(Recorded recorded) implements Taken {}

  /**
   * It says nothing that a recorded set does not.
   *
   * @param into that set
   * @param position of that set's append
   */
  record MergedInto(ObservationId into, long position) implements Taken {}
}
