package health.vigil.alert;

/** Presence of an alert, as FHIR R6 DeviceAlert has it. */
public enum Presence {
  /** The condition is present. */
  ON,
  /** The condition is gone, nobody has acknowledged. */
  LATCHED,
  /** Acknowledged, the condition is present. */
  ACK,
  /** Over. */
  OFF
}
