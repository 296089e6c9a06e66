package health.vigil.projection.patient;

/** Whether a patient is in hospital now. */
public enum PatientStatus {
  ADMITTED,
  NOT_ADMITTED
}
