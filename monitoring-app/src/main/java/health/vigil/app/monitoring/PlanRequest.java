package health.vigil.app.monitoring;

import health.vigil.app.json.Decimals;
import health.vigil.app.problem.Fields;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Vital;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a patient is to be watched from now on, in full: what is left out is as in the standard. */
@Schema(
    name = "MonitoringPlan",
    requiredProperties = {"spo2Scale", "reason"},
    examples =
        "{\"spo2Scale\":2,\"scoring\":\"NEWS2\",\"observationInterval\":\"PT4H\","
            + "\"limits\":{\"pulse\":{\"low\":45,\"high\":130}},"
            + "\"reason\":\"confirmed hypercapnic respiratory failure\"}")
record PlanRequest(
    @Schema(description = "1 or 2; 2 only for confirmed hypercapnic respiratory failure")
        @Nullable Integer spo2Scale,
    @Schema(description = "NEWS2 unless given") @Nullable Scoring scoring,
    @Schema(description = "An ISO 8601 duration, such as PT4H")
        @Nullable String observationInterval,
    @Schema(description = "By the names of the measured fields")
        @Nullable Map<String, LimitShape> limits,
    @Nullable Instant reviewBy,
    @Nullable String reason) {
  private static final int LONGEST_REASON = 500;

  /** The plan, or a refusal of every field that is not acceptable. */
  MonitoringPlan plan() {
    Fields fields = new Fields();
    OxygenSaturationScale scale =
        fields.required("spo2Scale", spo2Scale, OxygenSaturationScale::of);
    Duration interval = fields.convert("observationInterval", observationInterval, this::duration);
    Map<Vital, Limit> known = limits(fields);
    String why = fields.text("reason", reason, LONGEST_REASON);
    fields.throwIfAny();
    return new MonitoringPlan(
        scale, Objects.requireNonNullElse(scoring, Scoring.NEWS2), interval, known, reviewBy, why);
  }

  private Map<Vital, Limit> limits(Fields fields) {
    Map<Vital, Limit> known = new EnumMap<>(Vital.class);
    if (limits != null) {
      limits.forEach((field, limit) -> put(fields, field, limit, known));
    }
    return known;
  }

  private static void put(
      Fields fields, String field, @Nullable LimitShape limit, Map<Vital, Limit> known) {
    boolean sensible = limit == null || limit.hasSensibleBounds();
    fields.check("limits", sensible, Decimals.ACCEPTED);
    Vitals.put(fields, "limits", field, limit == null ? null : limit.limit(), known);
  }

  private Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException noDuration) {
      throw new IllegalArgumentException("an ISO 8601 duration, such as PT4H", noDuration);
    }
  }

  @Override
  public String toString() {
    return "PlanRequest[spo2Scale=" + spo2Scale + ", scoring=" + scoring + "]";
  }
}
