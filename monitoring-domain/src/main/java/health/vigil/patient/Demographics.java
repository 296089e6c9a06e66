package health.vigil.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who an identified patient is. What is read back of an erased patient holds nothing at all: every
 * component is null then, whatever is declared here ({@link #erased}).
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
  /** Whether this was somebody who has been erased. */
  @SuppressWarnings("ConstantValue") // what can not be opened any more is read as null
  public boolean erased() {
    return mrn == null;
  }

  @Override
  public String toString() {
    return "Demographics[masked]";
  }
}
