package health.vigil.app.security;

import health.vigil.alert.AlertId;
import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import org.jspecify.annotations.Nullable;

/**
 * Where patients are, as permissions need it. What is permitted may rest on what was so a moment
 * ago; before anything is denied the log itself is asked, so that nobody is turned away for what
 * this node has not heard of yet.
 */
public interface Places {
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

  /**
   * The ward in which the patient lies, by the log.
   *
   * @return null when the patient is not admitted, or nobody has this id
   */
  @Nullable WardId wardOf(PatientId patient);
}
