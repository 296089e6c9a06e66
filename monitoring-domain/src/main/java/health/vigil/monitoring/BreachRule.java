package health.vigil.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.stay.StayId;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rule that a patient breaches: {@code NEWS2}, or {@code LIMIT_} and the vital sign for a limit
 * of the plan.
 */
public record BreachRule(@JsonValue String value) {
  private static final String LIMIT = "LIMIT_";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BreachRule {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a BreachRule is not blank");
    }
  }

  /** The aggregate score, single parameters of 3 included. */
  public static final BreachRule NEWS2 = new BreachRule("NEWS2");

  /** The plan's own limits for one vital sign. */
  public static BreachRule limit(Vital vital) {
    return new BreachRule(LIMIT + vital.name());
  }

  /** The vital sign whose limits of the plan this rule is; empty for another rule. */
  public Optional<Vital> limited() {
    return Arrays.stream(Vital.values()).filter(vital -> equals(limit(vital))).findFirst();
  }

  /** This rule in one stay, as one text. */
  public String within(StayId stay) {
    return stay + "/" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
