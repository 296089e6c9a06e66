package health.vigil.projection.patient;

import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a chart plots, each series by time of measurement. Corrected sets are there as corrected,
 * retracted ones are not.
 *
 * @param series the measured numbers of each vital sign; one without any has no series
 */
public record PatientChart(
    PatientId patientId,
    Map<Vital, List<Point>> series,
    List<OxygenPoint> supplementalOxygen,
    List<ConsciousnessPoint> consciousness,
    List<ScorePoint> scores) {
  public PatientChart {
    series = Map.copyOf(series);
    supplementalOxygen = List.copyOf(supplementalOxygen);
    consciousness = List.copyOf(consciousness);
    scores = List.copyOf(scores);
  }

  /** A number in the unit of its vital sign. */
  public record Point(ObservationId observationId, Instant measuredAt, BigDecimal value) {}

  /** On oxygen, or on air. */
  public record OxygenPoint(ObservationId observationId, Instant measuredAt, boolean onOxygen) {}

  /** A level of consciousness. */
  public record ConsciousnessPoint(
      ObservationId observationId, Instant measuredAt, Consciousness level) {}

  /** The score of one set. */
  public record ScorePoint(ObservationId observationId, Instant measuredAt, Score score) {}
}
