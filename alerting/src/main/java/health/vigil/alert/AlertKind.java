package health.vigil.alert;

/** Whether an alert speaks of the patient or of how the patient is watched. */
public enum AlertKind {
  /** The patient. */
  PHYSIOLOGICAL,
  /** Device, signal, pipeline, overdue observation. */
  TECHNICAL
}
