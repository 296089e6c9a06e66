package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Body temperature in °C, 10.0 to 50.0; kept as measured, rounded only where it is scored. */
public record Temperature(@JsonValue BigDecimal value) {
  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Temperature {
    Vital.TEMPERATURE.check(value);
  }
}
