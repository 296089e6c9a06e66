package health.vigil.app.ward;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.monitoring.ScoreAnswer;
import health.vigil.app.monitoring.VitalSignsAnswer;
import health.vigil.monitoring.Scoring;
import health.vigil.patient.PatientId;
import health.vigil.projection.ward.OpenAlerts;
import health.vigil.projection.ward.ScoreTrend;
import health.vigil.projection.ward.WardBoard;
import health.vigil.projection.ward.WatchedPatient;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One bed, and who lies in it; absent when it is empty. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoardRow(String bed, @Nullable Watched patient) {
  /**
   * @param measuredAt of the set that score and values are of
   * @param latest what was measured since, incomplete and no worse; absent when nothing was
   * @param overdue past due and grace, and not paused
   * @param stale past due: the score is no longer news
   */
  @Schema(name = "WatchedPatient")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Watched(
      PatientId patientId,
      StayId stayId,
      Instant admittedAt,
      @Nullable Instant measuredAt,
      @Nullable ScoreAnswer score,
      @Nullable VitalSignsAnswer values,
      @Nullable Latest latest,
      ScoreTrend trend,
      int spo2Scale,
      Scoring scoring,
      long planRevision,
      @Nullable Instant nextObservationDue,
      boolean overdue,
      boolean stale,
      @Nullable PauseReason pauseReason,
      @Nullable Instant pausedUntil,
      List<OpenAlerts.OpenAlert> openAlerts) {
    public static Watched of(WatchedPatient patient) {
      return new Watched(
          patient.patientId(),
          patient.stayId(),
          patient.admittedAt(),
          patient.measuredAt(),
          ScoreAnswer.of(patient.score()),
          patient.values() == null ? null : VitalSignsAnswer.of(patient.values()),
          patient.latest() == null ? null : Latest.of(patient.latest()),
          patient.trend(),
          patient.plan().spo2Scale().number(),
          patient.plan().scoring(),
          patient.plan().revision(),
          patient.nextObservationDue(),
          patient.overdue(),
          patient.stale(),
          patient.pause() == null ? null : patient.pause().reason(),
          patient.pause() == null ? null : patient.pause().until(),
          patient.alerts().alerts());
    }
  }

  /** What was measured last, incomplete as it is. */
  @Schema(name = "LatestValues")
  public record Latest(Instant measuredAt, VitalSignsAnswer values) {
    static Latest of(WatchedPatient.Latest latest) {
      return new Latest(latest.measuredAt(), VitalSignsAnswer.of(latest.values()));
    }
  }

  static BoardRow of(WardBoard.Row row) {
    return new BoardRow(row.bed().name(), row.patient() == null ? null : Watched.of(row.patient()));
  }
}
