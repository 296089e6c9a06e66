package health.vigil.alert;

/** Alarm priority of IEC 60601-1-8, most urgent first. */
public enum Priority {
  HIGH,
  MEDIUM,
  LOW
}
