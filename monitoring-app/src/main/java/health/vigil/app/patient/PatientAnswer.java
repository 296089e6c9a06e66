package health.vigil.app.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.patient.Demographics;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.projection.patient.PatientStatus;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient as the API shows one; what is not known is absent. */
@Schema(name = "Patient")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatientAnswer(
    PatientId patientId,
    @Nullable String mrn,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex,
    @Nullable String temporaryLabel,
    PatientStatus status,
    @Nullable PresentStay stay) {

  /** Where the patient lies. */
  record PresentStay(StayId stayId, String ward, String bed, Instant admittedAt) {
    static PresentStay of(PatientEntry.PresentStay stay) {
      return new PresentStay(
          stay.stayId(), stay.bed().ward().value(), stay.bed().name(), stay.admittedAt());
    }
  }

  static PatientAnswer of(PatientEntry entry) {
    Demographics known = entry.demographics();
    return new PatientAnswer(
        entry.patientId(),
        known == null ? null : known.mrn(),
        known == null ? null : known.familyName(),
        known == null ? null : known.givenName(),
        known == null ? null : known.birthDate(),
        known == null ? null : known.sex(),
        entry.temporaryLabel(),
        entry.status(),
        entry.stay() == null ? null : PresentStay.of(entry.stay()));
  }

  @Override
  public String toString() {
    return "PatientAnswer[" + patientId + "]";
  }
}
