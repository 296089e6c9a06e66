package health.vigil.app.security;

import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import org.jspecify.annotations.Nullable;

/** Where patients are, as permissions need it. */
public interface Places {
  /**
   * The ward in which the patient lies now.
   *
   * @return null when the patient is not admitted, or nobody has this id
   */
  @Nullable WardId wardOf(PatientId patient);

  /** Whether this device is paired with the patient, in the stay that the patient is in now. */
  boolean isPaired(String device, PatientId patient);
}
