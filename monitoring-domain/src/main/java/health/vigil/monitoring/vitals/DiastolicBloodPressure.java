package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Diastolic blood pressure in mmHg, 0 to 300; kept as measured, rounded only where it is scored.
 */
public record DiastolicBloodPressure(@JsonValue BigDecimal value) {
  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DiastolicBloodPressure {
    Vital.DIASTOLIC_BLOOD_PRESSURE.check(value);
  }
}
