package health.vigil.projection.patient;

import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.ObservationId;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An observation set with all that became of it.
 *
 * @param stay null when it was measured outside a stay
 * @param current what holds now; of a retracted set what held last
 * @param earlier what corrections replaced, oldest first
 * @param externalScore that arrived with the set, else null
 * @param retractedAt null unless retracted
 * @param movedTo the patient whom a retracted set belongs to, else null
 */
public record ChartedObservation(
    ObservationId observationId,
    PatientId patientId,
    @Nullable StayId stay,
    Standing standing,
    SetVersion current,
    List<SetVersion> earlier,
    @Nullable String device,
    @Nullable ExternalScore externalScore,
    @Nullable Instant retractedAt,
    @Nullable PatientId movedTo) {
  public ChartedObservation {
    earlier = List.copyOf(earlier);
  }
}
