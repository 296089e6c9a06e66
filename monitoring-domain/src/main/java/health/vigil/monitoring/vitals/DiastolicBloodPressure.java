package health.vigil.monitoring.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Diastolic blood pressure in mmHg, 0 to 300; kept as measured, rounded only where it is scored.
 */
public record DiastolicBloodPressure(@JsonValue BigDecimal value) {
  private static final Range RANGE = new Range("diastolicBloodPressure", "0", "300", "mmHg");

  /**
   * @throws health.vigil.refusal.Refusal when outside the physiological limits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DiastolicBloodPressure {
    RANGE.check(value);
  }
}
