package health.vigil.monitoring;

import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set as the log knows it.
 *
 * @param monitoringId the stream that it was recorded in
 * @param values as corrected last
 * @param moved whether it was retracted as another patient's, where it is a set of its own
 */
public record RecordedObservation(
    ObservationId observationId,
    MonitoringId monitoringId,
    PatientId patientId,
    VitalSigns values,
    Instant measuredAt,
    @Nullable String messageId,
    @Nullable String device,
    boolean retracted,
    boolean moved) {}
