package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Pulse or heart rate in /min, 0 to 350; kept as measured, rounded only where it is scored. */
public record Pulse(@JsonValue BigDecimal value) {
  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Pulse {
    Vital.PULSE.check(value);
  }
}
