package health.vigil.projection.patient;

import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.PatientChart.ConsciousnessPoint;
import health.vigil.projection.patient.PatientChart.OxygenPoint;
import health.vigil.projection.patient.PatientChart.Point;
import health.vigil.projection.patient.PatientChart.ScorePoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns sets, given in the order of the chart, into series. */
final class ChartSeries {
  private final Map<Vital, List<Point>> numbers = new EnumMap<>(Vital.class);
  private final List<OxygenPoint> oxygen = new ArrayList<>();
  private final List<ConsciousnessPoint> consciousness = new ArrayList<>();
  private final List<ScorePoint> scores = new ArrayList<>();

  ChartSeries add(ObservationId id, SetVersion version) {
    Instant at = version.measuredAt();
    numbers(version.values())
        .forEach(
            (vital, number) ->
                numbers
                    .computeIfAbsent(vital, unknown -> new ArrayList<>())
                    .add(new Point(id, at, number)));
    states(id, at, version.values());
    Score score = version.score();
    if (score != null) {
      scores.add(new ScorePoint(id, at, score));
    }
    return this;
  }

  PatientChart of(PatientId patient) {
    return new PatientChart(patient, numbers, oxygen, consciousness, scores);
  }

  private void states(ObservationId id, Instant at, VitalSigns values) {
    if (values.supplementalOxygen() != null) {
      oxygen.add(new OxygenPoint(id, at, values.supplementalOxygen()));
    }
    if (values.consciousness() != null) {
      consciousness.add(new ConsciousnessPoint(id, at, values.consciousness()));
    }
  }

  private static Map<Vital, BigDecimal> numbers(VitalSigns values) {
    Map<Vital, BigDecimal> found = new EnumMap<>(Vital.class);
    if (values.respirationRate() != null) {
      found.put(Vital.RESPIRATION_RATE, values.respirationRate().value());
    }
    if (values.oxygenSaturation() != null) {
      found.put(Vital.OXYGEN_SATURATION, values.oxygenSaturation().value());
    }
    if (values.systolicBloodPressure() != null) {
      found.put(Vital.SYSTOLIC_BLOOD_PRESSURE, values.systolicBloodPressure().value());
    }
    if (values.diastolicBloodPressure() != null) {
      found.put(Vital.DIASTOLIC_BLOOD_PRESSURE, values.diastolicBloodPressure().value());
    }
    if (values.pulse() != null) {
      found.put(Vital.PULSE, values.pulse().value());
    }
    if (values.temperature() != null) {
      found.put(Vital.TEMPERATURE, values.temperature().value());
    }
    return found;
  }
}
