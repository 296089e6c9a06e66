package health.vigil.alert;

/** Why the condition of an alert is gone. */
public enum AlertEnd {
  CLEARED,
  /** The data that it rested on was corrected or entered in error. */
  RETRACTED,
  PLAN_CHANGED,
  STAY_ENDED
}
