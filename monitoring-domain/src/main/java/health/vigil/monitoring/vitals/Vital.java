package health.vigil.monitoring.vitals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The measured fields of an observation set, by the names that the API uses. */
public enum Vital {
  RESPIRATION_RATE("respirationRate", new Range("0", "120", "/min")),
  OXYGEN_SATURATION("oxygenSaturation", new Range("0", "100", "%")),
  SUPPLEMENTAL_OXYGEN("supplementalOxygen", null),
  SYSTOLIC_BLOOD_PRESSURE("systolicBloodPressure", new Range("0", "350", "mmHg")),
  DIASTOLIC_BLOOD_PRESSURE("diastolicBloodPressure", new Range("0", "300", "mmHg")),
  PULSE("pulse", new Range("0", "350", "/min")),
  CONSCIOUSNESS("consciousness", null),
  TEMPERATURE("temperature", new Range("10.0", "50.0", "°C"));

  private final String fieldName;

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final @Nullable Range range;

  Vital(String fieldName, @Nullable Range range) {
    this.fieldName = fieldName;
    this.range = range;
  }

  /** The field's name in JSON. */
  public String fieldName() {
    return fieldName;
  }

  /** The physiological limits of a numeric vital sign, null for the others. */
  public @Nullable Range range() {
    return range;
  }

  void check(BigDecimal value) {
    if (range != null) {
      range.check(fieldName, value);
    }
  }
}
