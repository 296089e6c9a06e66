package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to whoever records or corrects a set.
 *
 * @param nextObservationDue null outside a stay
 */
public record AssessedSet(
    ObservationId observationId, Assessment assessment, @Nullable Instant nextObservationDue) {
  public static AssessedSet of(VitalSignsRecorded event) {
    return new AssessedSet(
        event.observationId(), event.assessment(), event.status().nextObservationDue());
  }

  public static AssessedSet of(ObservationCorrected event) {
    return new AssessedSet(
        event.observationId(), event.assessment(), event.status().nextObservationDue());
  }
}
