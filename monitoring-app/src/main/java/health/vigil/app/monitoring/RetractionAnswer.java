package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.idempotency.Recorded;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.patient.PatientId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a retraction.
 *
 * @param movedTo the patient whom the set belongs to, where it is {@code movedAs}
 */
@Schema(name = "RetractionAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetractionAnswer(
    ObservationId observationId,
    long position,
    @Nullable PatientId movedTo,
    @Nullable ObservationId movedAs,
    @Nullable Instant nextObservationDue) {
  static RetractionAnswer of(Recorded recorded) {
    ObservationRetracted event = recorded.the(ObservationRetracted.class);
    return new RetractionAnswer(
        event.observationId(),
        recorded.position(),
        event.movedTo(),
        recorded.find(VitalSignsRecorded.class).map(VitalSignsRecorded::observationId).orElse(null),
        event.status().nextObservationDue());
  }
}
