package health.vigil.monitoring;

/** Whether a patient's sets are scored. */
public enum Scoring {
  NEWS2,
  /** Pregnancy, end of life: values are recorded, nothing is scored. */
  OFF
}
