package health.vigil.projection.patient;

/** What became of an observation set after it was recorded. */
public enum Standing {
  RECORDED,
  CORRECTED,
  /** Entered in error, or of another patient. */
  RETRACTED
}
