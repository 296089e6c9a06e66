package health.vigil.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.monitoring.BreachRule;

/** What an alert is about: a breached rule of the monitoring, or an observation that is overdue. */
public record AlertRule(@JsonValue String value) {
  /** The next observation did not come in time. */
  public static final AlertRule OBSERVATION_OVERDUE = new AlertRule("OBSERVATION_OVERDUE");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AlertRule {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an AlertRule is not blank");
    }
  }

  public static AlertRule of(BreachRule rule) {
    return new AlertRule(rule.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
