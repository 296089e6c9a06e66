package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Respiration rate in /min, 0 to 120; kept as measured, rounded only where it is scored. */
public record RespirationRate(@JsonValue BigDecimal value) {
  private static final Range RANGE = new Range("respirationRate", "0", "120", "/min");

  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RespirationRate {
    RANGE.check(value);
  }
}
