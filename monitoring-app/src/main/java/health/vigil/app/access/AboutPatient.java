package health.vigil.app.access;

import health.vigil.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** An answer, or an item of one, that shows something of one patient. */
public interface AboutPatient {
  /** Null when it is about nobody. */
  @Nullable PatientId patientId();
}
