package health.vigil.app.monitoring;

import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.PatientChart;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a chart plots, by time of measurement.
 *
 * @param series the numbers of each vital sign, by the name of its field
 */
@Schema(name = "Chart")
record ChartAnswer(
    PatientId patientId,
    Map<String, List<PatientChart.Point>> series,
    List<PatientChart.OxygenPoint> supplementalOxygen,
    List<PatientChart.ConsciousnessPoint> consciousness,
    List<ScorePoint> scores) {

  /** The score of one set. */
  record ScorePoint(ObservationId observationId, Instant measuredAt, ScoreAnswer score) {
    static ScorePoint of(PatientChart.ScorePoint point) {
      return new ScorePoint(
          point.observationId(),
          point.measuredAt(),
          Objects.requireNonNull(ScoreAnswer.of(point.score())));
    }
  }

  static ChartAnswer of(PatientChart chart) {
    Map<String, List<PatientChart.Point>> series = new LinkedHashMap<>();
    for (Vital vital : Vital.values()) {
      if (chart.series().containsKey(vital)) {
        series.put(vital.fieldName(), chart.series().get(vital));
      }
    }
    return new ChartAnswer(
        chart.patientId(),
        series,
        chart.supplementalOxygen(),
        chart.consciousness(),
        chart.scores().stream().map(ScorePoint::of).toList());
  }
}
