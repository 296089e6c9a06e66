package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Keeps who somebody is from whoever reads the table: identities are sealed with the patient's own
 * key and found by keyed tokens. The application that holds the keys implements it.
 *
 * <p>What it gives depends on nothing but what it is given and the keys, so that a rebuilt row
 * equals the live one.
 */
public interface SealedIdentities {
  /** Empty when the patient is erased. */
  Optional<byte[]> seal(PatientId patient, byte[] identity);

  /** What was sealed; empty when the patient is erased. */
  Optional<byte[]> open(PatientId patient, byte[] sealed);

  /** The token by which a medical record number is found as a whole. */
  String ofNumber(String mrn);

  /** The tokens of the beginnings of a name's words. */
  SortedSet<String> ofName(String name);

  /**
   * The tokens that a name has all of when it is what somebody typed, or goes on like it; none when
   * no letter or digit was typed.
   */
  SortedSet<String> asked(String typed);
}
