package health.vigil.projection.patient;

import health.vigil.patient.PatientId;

/** Asks for one patient, answered with a {@link PatientEntry}, or none when unknown. */
public record FindPatient(PatientId patientId) {}
