package health.vigil.personal.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.patient.PatientId;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Single values of events, snapshots and the like: AES-256-GCM, other bytes each time, bound to the
 * patient and to the name of the property.
 */
public final class ValueSealer {
  private final PatientKeys keys;

  public ValueSealer(PatientKeys keys) {
    this.keys = keys;
  }

  /** Empty when the patient is erased: then nothing is kept. */
  public Optional<byte[]> seal(PatientId patient, String property, byte[] value) {
    return keys.toSeal(patient).map(key -> sealed(key, value, place(patient, property)));
  }

  /**
   * The value again; empty when the key that sealed it is destroyed, or lost and given up.
   *
   * @throws SealBroken when it is not what was sealed for this patient and property
   */
  public Optional<byte[]> open(PatientId patient, String property, byte[] sealed) {
    return keys.toOpen(patient)
        .filter(key -> key.sealed(sealed))
        .map(key -> opened(key, sealed, place(patient, property)));
  }

  private static byte[] sealed(PatientKey key, byte[] value, byte[] place) {
    try {
      return key.values().encrypt(value, place);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a value can be sealed", impossible);
    }
  }

  private static byte[] opened(PatientKey key, byte[] sealed, byte[] place) {
    try {
      return key.values().decrypt(sealed, place);
    } catch (GeneralSecurityException broken) {
      throw new SealBroken(broken);
    }
  }

  private static byte[] place(PatientId patient, String property) {
    return (patient.value() + "/" + property).getBytes(UTF_8);
  }
}
