package health.vigil.monitoring.vitals;

/** Why a vital sign is missing from a set. */
public enum NotMeasuredReason {
  REFUSED,
  UNABLE,
  DEVICE_FAULT,
  NOT_DONE
}
