package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.monitoring.LimitShape;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.vitals.Vital;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The plan that was in force; its reason stands in the patient's history.
 *
 * @param revision 0 is the standard plan
 * @param position of the event that set it, absent for the standard plan
 */
@Schema(name = "PlanThen")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanShown(
    long revision,
    @Nullable Long position,
    int spo2Scale,
    Scoring scoring,
    @Schema(implementation = String.class, examples = "PT4H")
        @Nullable Duration observationInterval,
    Map<String, LimitShape> limits) {
  static PlanShown of(KnownPlan known) {
    MonitoringPlan plan = known.plan();
    return new PlanShown(
        known.revision(),
        known.setting() == null ? null : known.setting().position(),
        plan.spo2Scale().number(),
        plan.scoring(),
        plan.observationInterval(),
        limits(plan));
  }

  private static Map<String, LimitShape> limits(MonitoringPlan plan) {
    Map<String, LimitShape> named = new LinkedHashMap<>();
    for (Vital vital : Vital.values()) {
      Limit limit = plan.limits().get(vital);
      if (limit != null) {
        named.put(vital.fieldName(), LimitShape.of(limit));
      }
    }
    return named;
  }
}
