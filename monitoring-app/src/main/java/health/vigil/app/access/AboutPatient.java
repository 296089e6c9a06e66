package health.vigil.app.access;

import health.vigil.patient.PatientId;

/** An answer, or an item of one, that shows something of one patient. */
public interface AboutPatient {
  PatientId patientId();
}
