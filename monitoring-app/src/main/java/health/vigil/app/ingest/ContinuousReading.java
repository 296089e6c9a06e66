package health.vigil.app.ingest;

import health.vigil.app.idempotency.Wish;
import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.budget.Reading;
import java.time.Instant;

/**
 * One of a device's stream of readings, as it was received.
 *
 * @param set as it is recorded, if it is
 */
record ContinuousReading(RecordVitalSigns set, Wish wish) {
  Reading reading() {
    return new Reading(set.values(), set.measuredAt());
  }

  Instant measuredAt() {
    return set.measuredAt();
  }

  CommandKey key() {
    return wish.received().key();
  }

  /** A score that came with it is compared when it is recorded. */
  boolean hasScore() {
    return set.externalScore() != null;
  }
}
