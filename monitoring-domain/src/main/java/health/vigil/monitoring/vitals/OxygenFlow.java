package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Flow of inhaled oxygen in L/min, 0 to 100; kept as measured, rounded only where it is scored. */
public record OxygenFlow(@JsonValue BigDecimal value) {
  private static final Range RANGE = new Range("0", "100", "L/min");

  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OxygenFlow {
    RANGE.check("oxygenFlow", value);
  }
}
