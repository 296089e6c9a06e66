package health.vigil.app.patient;

import health.vigil.projection.patient.PatientStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to search patients by; all that is given must hold. */
@Schema(name = "PatientSearch", examples = "{\"name\":\"Mea\",\"ward\":\"3B\"}")
record SearchRequest(
    @Schema(description = "The whole number") @Nullable String mrn,
    @Schema(description = "The beginning of a family or given name") @Nullable String name,
    @Nullable String ward,
    @Nullable PatientStatus status) {
  @Override
  public String toString() {
    return "SearchRequest[masked]";
  }
}
