package health.vigil.app.security;

import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import org.jspecify.annotations.Nullable;

/**
 * Where patients are, as permissions need it. What is permitted may rest on what was so a moment
 * ago; before anything is denied the log itself is asked, so that nobody is turned away for what
 * this node has not heard of yet.
 */
public interface Places extends Presence {
  /** So many requests look places up at the door at once; each takes a connection. */
  int LOOKED_UP_AT_ONCE = 4;

  /**
   * What is remembered alone: it never waits. What it says no to may be so all the same, and is to
   * be asked of the places themselves.
   */
  Presence remembered();

  /**
   * The ward in which the patient lies, by the log.
   *
   * @return null when the patient is not admitted, or nobody has this id
   */
  @Nullable WardId wardOf(PatientId patient);
}
