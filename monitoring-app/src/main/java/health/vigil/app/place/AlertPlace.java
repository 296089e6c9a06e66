package health.vigil.app.place;

import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;

/**
 * Whom an alert is about.
 *
 * @param ward where the patient lies, or lay when the alert ended
 */
record AlertPlace(PatientId patient, WardId ward) {}
