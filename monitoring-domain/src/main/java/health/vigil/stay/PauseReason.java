package health.vigil.stay;

/** Why a patient is not observed for a while. */
public enum PauseReason {
  /** In theatre, imaging, on leave. */
  OFF_WARD,
  /** The patient refuses observations. */
  REFUSED
}
