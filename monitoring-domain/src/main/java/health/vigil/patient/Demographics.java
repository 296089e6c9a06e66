package health.vigil.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who an identified patient is.
 *
 * @param mrn medical record number as the hospital writes it
 * @param birthDate null when unknown; the patient is then scored as an adult and the score is
 *     flagged
 */
public record Demographics(
    @PersonalData String mrn,
    @PersonalData String familyName,
    @PersonalData String givenName,
    @PersonalData @Nullable LocalDate birthDate,
    @PersonalData Sex sex) {
  @Override
  public String toString() {
    return "Demographics[masked]";
  }
}
