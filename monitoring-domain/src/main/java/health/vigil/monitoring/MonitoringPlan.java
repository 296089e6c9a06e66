package health.vigil.monitoring;

import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PersonalData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one patient is watched.
 *
 * @param observationInterval the longest time between sets, above 0; it shortens the standard's at
 *     every band, and stretches that of a total of 1 to 4 to 6 h at most; null for the standard's
 * @param limits of numeric vital signs, within their physiological limits
 * @param reviewBy when the plan is to be looked at again
 * @param reason the clinician's, required for scale 2 and for scoring off, at most 1,000 characters
 */
public record MonitoringPlan(
    OxygenSaturationScale spo2Scale,
    Scoring scoring,
    @Nullable Duration observationInterval,
    Map<Vital, Limit> limits,
    @Nullable Instant reviewBy,
    @PersonalData @Nullable String reason) {
  /** What holds until a clinician decides otherwise. */
  public static final MonitoringPlan STANDARD =
      new MonitoringPlan(OxygenSaturationScale.SCALE_1, Scoring.NEWS2, null, Map.of(), null, null);

  public MonitoringPlan {
    limits = InEnumOrder.copyOf(Vital.class, limits);
  }

  @Override
  public String toString() {
    return "MonitoringPlan[spo2Scale=" + spo2Scale + ", scoring=" + scoring + "]";
  }
}
