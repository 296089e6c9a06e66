package health.vigil.monitoring;

/** Why a breach ended. */
public enum BreachEnd {
  /** A complete set below the threshold. */
  CLEARED,
  /** The data that it rested on was corrected or retracted. */
  RETRACTED,
  /** The plan switched the rule off. */
  PLAN_CHANGED,
  STAY_ENDED
}
