package health.vigil.alert;

import health.vigil.monitoring.score.Band;

/** Alarm priority of IEC 60601-1-8, most urgent first. */
public enum Priority {
  HIGH,
  MEDIUM,
  LOW;

  /** HIGH is high, MEDIUM and LOW_MEDIUM are medium, LOW is low. */
  public static Priority of(Band band) {
    return switch (band) {
      case HIGH -> HIGH;
      case MEDIUM, LOW_MEDIUM -> MEDIUM;
      case LOW -> LOW;
    };
  }
}
