package health.vigil.app.patient;

import health.vigil.projection.patient.ChartedObservation;
import java.time.Instant;
import java.util.List;

/**
 * A set as it was known, and as it is known now.
 *
 * @param changes what was recorded of it in between, oldest first
 */
record ChangedSet(ChartedObservation then, ChartedObservation now, List<Change> changes) {
  ChangedSet {
    changes = List.copyOf(changes);
  }

  /**
   * A correction or a retraction.
   *
   * @param type of the event
   * @param actor on whose behalf
   */
  record Change(long position, String type, Instant recordedAt, String actor) {}
}
