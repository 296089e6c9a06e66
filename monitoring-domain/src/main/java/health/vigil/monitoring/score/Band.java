package health.vigil.monitoring.score;

/** Clinical risk by NEWS2, least urgent first. */
public enum Band {
  LOW,
  /** A single parameter of 3 with a total below 5. */
  LOW_MEDIUM,
  MEDIUM,
  HIGH
}
