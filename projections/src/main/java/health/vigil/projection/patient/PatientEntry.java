package health.vigil.projection.patient;

import health.vigil.patient.Demographics;
import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient as the directory knows one.
 *
 * @param demographics null while the patient is not identified, and once erased
 * @param temporaryLabel what staff call the patient until then, else null
 * @param stay the present stay, null when not admitted
 */
public record PatientEntry(
    PatientId patientId,
    @PersonalData @Nullable Demographics demographics,
    @PersonalData @Nullable String temporaryLabel,
    @Nullable PresentStay stay) {

  /** Where an admitted patient lies. */
  public record PresentStay(StayId stayId, BedId bed, Instant admittedAt) {}

  public PatientStatus status() {
    return stay == null ? PatientStatus.NOT_ADMITTED : PatientStatus.ADMITTED;
  }

  @Override
  public String toString() {
    return "PatientEntry[patientId=" + patientId + ", stay=" + stay + "]";
  }
}
