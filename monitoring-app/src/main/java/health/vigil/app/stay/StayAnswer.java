package health.vigil.app.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.idempotency.Recorded;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent;
import health.vigil.stay.StayId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to whatever changes a stay.
 *
 * @param ward where the patient lies, absent when nothing had to change and after discharge
 */
@Schema(name = "StayChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StayAnswer(
    PatientId patientId,
    @Nullable StayId stayId,
    @Nullable String ward,
    @Nullable String bed,
    long position) {
  /** What was recorded of this patient's stay. */
  static StayAnswer of(PatientId patient, Recorded recorded) {
    return recorded.payloads().stream()
        .filter(StayEvent.class::isInstance)
        .map(StayEvent.class::cast)
        .filter(event -> event.patientId().equals(patient))
        .findFirst()
        .map(event -> of(event, recorded.position()))
        .orElseGet(() -> new StayAnswer(patient, null, null, null, recorded.position()));
  }

  private static StayAnswer of(StayEvent event, long position) {
    boolean over = event instanceof StayEvent.PatientDischarged;
    return new StayAnswer(
        event.patientId(),
        event.stayId(),
        over ? null : event.bed().ward().value(),
        over ? null : event.bed().name(),
        position);
  }
}
