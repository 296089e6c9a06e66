package health.vigil.projection.appointment;

import health.vigil.patient.PatientId;
import java.time.Instant;

/**
 * Asks how many appointments a patient has that are not over and neither cancelled nor kept,
 * answered with a {@link Long}.
 */
public record CountComing(PatientId patientId, Instant now) {}
