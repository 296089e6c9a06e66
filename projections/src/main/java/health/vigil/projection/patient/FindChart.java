package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import java.time.Instant;

/**
 * Asks for what a chart plots, answered with a {@link PatientChart}.
 *
 * @param from the first time of measurement
 * @param to the time of measurement before which to end
 */
public record FindChart(PatientId patientId, Instant from, Instant to) {}
