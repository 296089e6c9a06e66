package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Peripheral oxygen saturation in %, 0 to 100; kept as measured, rounded only where it is scored.
 */
public record OxygenSaturation(@JsonValue BigDecimal value) {
  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OxygenSaturation {
    Vital.OXYGEN_SATURATION.check(value);
  }
}
