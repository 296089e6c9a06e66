package health.vigil.monitoring;

import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Range;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.refusal.Refusal;
import health.vigil.refusal.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a monitoring plan may say. */
final class PlanRules {
  private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

  private PlanRules() {}

  /**
   * @throws Refusal naming every field that is not acceptable
   */
  static void check(MonitoringPlan plan, MonitoringRules rules) {
    List<FieldError> errors = new ArrayList<>();
    if (needsReason(plan) && (plan.reason() == null || plan.reason().isBlank())) {
      errors.add(new FieldError("reason", "required for SpO2 scale 2 and for scoring off"));
    }
    if (plan.reason() != null && plan.reason().length() > Reasons.LONGEST) {
      errors.add(new FieldError("reason", Reasons.ACCEPTED));
    }
    checkInterval(plan.observationInterval(), rules.intervalAtZero(), errors);
    plan.limits().forEach((vital, limit) -> checkLimit(vital, limit, errors));
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }

  private static boolean needsReason(MonitoringPlan plan) {
    return plan.spo2Scale() == OxygenSaturationScale.SCALE_2 || plan.scoring() == Scoring.OFF;
  }

  private static void checkInterval(
      @Nullable Duration interval, Duration longest, List<FieldError> errors) {
    boolean accepted =
        interval == null
            || (interval.compareTo(SHORTEST_INTERVAL) >= 0 && interval.compareTo(longest) <= 0);
    if (!accepted) {
      errors.add(
          new FieldError(
              "observationInterval", "accepted is " + SHORTEST_INTERVAL + " to " + longest));
    }
  }

  private static void checkLimit(Vital vital, Limit limit, List<FieldError> errors) {
    String field = "limits." + vital.fieldName();
    Range range = vital.range();
    if (range == null) {
      errors.add(new FieldError(field, "accepted are limits of numeric vital signs"));
    } else if (limit.low() == null && limit.high() == null) {
      errors.add(new FieldError(field, "low or high is required"));
    } else if (!accepts(range, limit.low()) || !accepts(range, limit.high())) {
      errors.add(new FieldError(field, range.accepted()));
    } else if (limit.admitsNothing()) {
      errors.add(new FieldError(field, "low must be below high"));
    }
  }

  private static boolean accepts(Range range, @Nullable BigDecimal bound) {
    return bound == null || range.contains(bound);
  }
}
