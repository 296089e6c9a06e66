package health.vigil.app.security;

import health.vigil.alert.AlertId;
import health.vigil.patient.PatientId;

/** Where patients are, as far as permissions need it. */
public interface Presence {
  /** Whether the patient lies in one of these wards; never for an id that nobody has. */
  boolean isIn(PatientId patient, Wards wards);

  /** As {@link #isIn}, or the patient lies nowhere; never for an id that nobody has. */
  boolean isInOrNowhere(PatientId patient, Wards wards);

  /**
   * Whether an alert is of one of these wards: its patient lies there, or lay there when it ended;
   * never for an id that no alert has.
   */
  boolean concerns(AlertId alert, Wards wards);

  /** Whether this device is paired with the patient, in the stay that the patient is in now. */
  boolean isPaired(String device, PatientId patient);
}
