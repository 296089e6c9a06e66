package health.vigil.projection.ward;

import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient in a bed, as the board shows it.
 *
 * @param measuredAt of the set that the status rests on, null before the first
 * @param score of that set, null when there is none or it is not scored
 * @param values of that set, null before the first and when it lies further back than the board
 *     remembers
 * @param latest a newer set that changes nothing in the status, null for none
 * @param nextObservationDue null when none is due
 * @param overdue past due and grace, and not paused
 * @param stale past due: what the score says is no longer news
 */
public record WatchedPatient(
    PatientId patientId,
    StayId stayId,
    Instant admittedAt,
    @Nullable Instant measuredAt,
    @Nullable Score score,
    @Nullable VitalSigns values,
    @Nullable Latest latest,
    ScoreTrend trend,
    Plan plan,
    @Nullable Instant nextObservationDue,
    boolean overdue,
    boolean stale,
    @Nullable Pause pause,
    OpenAlerts alerts) {

  /**
   * @param revision 0 for the standard plan
   */
  public record Plan(OxygenSaturationScale spo2Scale, Scoring scoring, long revision) {}

  /** What was measured last, incomplete as it is. */
  public record Latest(Instant measuredAt, VitalSigns values) {}

  /** A pause that has not ended at the time of reading. */
  public record Pause(PauseReason reason, Instant until) {}
}
