package health.vigil.patient;

/** Why a person's data is erased; it stays in the log when the person is gone. */
public enum ErasureReason {
  PATIENT_REQUEST,
  RETENTION_EXPIRED,
  COURT_ORDER,
  REGISTERED_IN_ERROR
}
