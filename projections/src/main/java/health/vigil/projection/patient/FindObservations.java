package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the observation sets of a patient, retracted ones included, answered with an {@link
 * ObservationPage}.
 *
 * @param from the first time of measurement, null for no bound
 * @param to the time of measurement before which to end, null for no bound
 * @param limit at least 1
 * @param cursor null for the first page
 */
public record FindObservations(
    PatientId patientId,
    @Nullable Instant from,
    @Nullable Instant to,
    int limit,
    @Nullable String cursor) {}
