package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.PlanInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The plan in force; its reason stands in the patient's history.
 *
 * @param revision as in the ETag; 0 is the standard plan
 */
@Schema(name = "PlanInForce")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanAnswer(
    PatientId patientId,
    long revision,
    int spo2Scale,
    Scoring scoring,
    @Schema(implementation = String.class, examples = "PT4H")
        @Nullable Duration observationInterval,
    Map<String, LimitShape> limits,
    @Nullable Instant reviewBy) {
  static PlanAnswer of(PlanInForce inForce) {
    MonitoringPlan plan = inForce.plan();
    return new PlanAnswer(
        inForce.patientId(),
        inForce.revision(),
        plan.spo2Scale().number(),
        plan.scoring(),
        plan.observationInterval(),
        limits(plan),
        plan.reviewBy());
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
