package health.vigil.personal.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.patient.PatientId;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Identities in read models: AES-SIV, the same bytes for the same identity of the same patient, so
 * that a rebuilt row equals the live one. It gives away that two values of one patient are equal,
 * and how long they are.
 */
public final class IdentitySealer {
  private final PatientKeys keys;

  public IdentitySealer(PatientKeys keys) {
    this.keys = keys;
  }

  /** Empty when the patient is erased. */
  public Optional<byte[]> seal(PatientId patient, byte[] identity) {
    return keys.toSeal(patient).map(key -> sealed(key, identity, place(patient)));
  }

  /**
   * The identity again; empty when the key that sealed it is destroyed, or lost and given up.
   *
   * @throws SealBroken when it is not what was sealed for this patient
   */
  public Optional<byte[]> open(PatientId patient, byte[] sealed) {
    return keys.toOpen(patient)
        .filter(key -> key.sealed(sealed))
        .map(key -> opened(key, sealed, place(patient)));
  }

  private static byte[] sealed(PatientKey key, byte[] identity, byte[] place) {
    try {
      return key.identities().encryptDeterministically(identity, place);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("an identity can be sealed", impossible);
    }
  }

  private static byte[] opened(PatientKey key, byte[] sealed, byte[] place) {
    try {
      return key.identities().decryptDeterministically(sealed, place);
    } catch (GeneralSecurityException broken) {
      throw new SealBroken(broken);
    }
  }

  private static byte[] place(PatientId patient) {
    return patient.value().getBytes(UTF_8);
  }
}
