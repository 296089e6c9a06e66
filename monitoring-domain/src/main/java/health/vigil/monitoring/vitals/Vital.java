package health.vigil.monitoring.vitals;

/** The measured fields of an observation set, by the names that the API uses. */
public enum Vital {
  RESPIRATION_RATE("respirationRate"),
  OXYGEN_SATURATION("oxygenSaturation"),
  SUPPLEMENTAL_OXYGEN("supplementalOxygen"),
  SYSTOLIC_BLOOD_PRESSURE("systolicBloodPressure"),
  DIASTOLIC_BLOOD_PRESSURE("diastolicBloodPressure"),
  PULSE("pulse"),
  CONSCIOUSNESS("consciousness"),
  TEMPERATURE("temperature");

  private final String fieldName;

  Vital(String fieldName) {
    this.fieldName = fieldName;
  }

  /** The field's name in JSON. */
  public String fieldName() {
    return fieldName;
  }
}
