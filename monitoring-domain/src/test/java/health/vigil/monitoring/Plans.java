package health.vigil.monitoring;

import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invented plans. */
final class Plans {
  private Plans() {}

  static MonitoringPlan scale2() {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_2, Scoring.NEWS2, null, Map.of(), null, "hypercapnic failure");
  }

  static MonitoringPlan scoringOff() {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_1, Scoring.OFF, null, Map.of(), null, "end of life");
  }

  static MonitoringPlan every(Duration interval) {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_1, Scoring.NEWS2, interval, Map.of(), null, null);
  }

  static MonitoringPlan limits(Vital vital, @Nullable String low, @Nullable String high) {
    return limits(Map.of(vital, limit(low, high)));
  }

  static MonitoringPlan limits(Map<Vital, Limit> limits) {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_1, Scoring.NEWS2, null, limits, null, null);
  }

  static Limit limit(@Nullable String low, @Nullable String high) {
    return new Limit(
        low == null ? null : new BigDecimal(low), high == null ? null : new BigDecimal(high));
  }
}
