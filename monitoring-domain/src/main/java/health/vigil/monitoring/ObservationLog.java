package health.vigil.monitoring;

import java.util.Optional;

/** Finds sets of any age; a monitoring itself remembers only the newest. */
public interface ObservationLog {
  /** The set as it stands in the log now: as corrected last, and whether it is retracted. */
  Optional<RecordedObservation> find(ObservationId id);
}
