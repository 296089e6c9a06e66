package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Systolic blood pressure in mmHg, 0 to 350; kept as measured, rounded only where it is scored. */
public record SystolicBloodPressure(@JsonValue BigDecimal value) {
  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SystolicBloodPressure {
    Vital.SYSTOLIC_BLOOD_PRESSURE.check(value);
  }
}
