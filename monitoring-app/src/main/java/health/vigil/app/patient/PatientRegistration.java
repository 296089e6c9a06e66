package health.vigil.app.patient;

import health.vigil.patient.PatientId;

/** The answer to a registration or identification. */
record PatientRegistration(PatientId patientId, long position) {}
