package health.vigil.monitoring;

/** Why a set has no score. */
public enum NotScored {
  OUTSIDE_STAY,
  UNDER_16,
  SCORING_OFF
}
