package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Respiration rate in /min, 0 to 120; kept as measured, rounded only where it is scored. */
public record RespirationRate(@JsonValue BigDecimal value) {
  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RespirationRate {
    Vital.RESPIRATION_RATE.check(value);
  }
}
