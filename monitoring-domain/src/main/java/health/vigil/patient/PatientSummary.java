package health.vigil.patient;

import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What other features need to know of a patient.
 *
 * @param currentStay null while the patient is not admitted
 * @param birthDate null when unknown
 */
public record PatientSummary(
    @Nullable StayId currentStay, @PersonalData @Nullable LocalDate birthDate) {
  /**
   * The present stay.
   *
   * @throws Refusal as a conflict {@code not-admitted} when there is none
   */
  public StayId requireStay() {
    if (currentStay == null) {
      throw notAdmitted();
    }
    return currentStay;
  }

  static Refusal notAdmitted() {
    return Refusal.conflict("not-admitted", "The patient is not admitted.");
  }

  @Override
  public String toString() {
    return "PatientSummary[currentStay=" + currentStay + "]";
  }
}
