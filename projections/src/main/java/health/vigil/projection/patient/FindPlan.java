package health.vigil.projection.patient;

import health.vigil.patient.PatientId;

/**
 * Asks how a patient is watched in the present stay, answered with a {@link PlanInForce}, or none
 * when the patient is unknown or not admitted.
 */
public record FindPlan(PatientId patientId) {}
