package health.vigil.app.ingest;

import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Wish;
import health.vigil.axon.command.CommandKey;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.budget.Reading;
import java.time.Instant;
import java.util.Objects;

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

  String device() {
    return Objects.requireNonNull(set.device(), "a stream is of a device");
  }

  boolean cameBefore(Recorded recorded) {
    return cameBefore(recorded, wish);
  }

  /** What was recorded under this key before bears the time of then. */
  static boolean cameBefore(Recorded recorded, Wish wish) {
    return recorded
        .find(VitalSignsRecorded.class)
        .filter(event -> !event.at().equals(wish.received().at()))
        .isPresent();
  }
}
