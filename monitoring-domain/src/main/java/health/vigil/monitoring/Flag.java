package health.vigil.monitoring;

/** What a reader of a set must know beside its score. */
public enum Flag {
  /** Scored as an adult because no birth date is known. */
  BIRTH_DATE_UNKNOWN,
  /** A score that came with the set differs from ours. */
  EXTERNAL_SCORE_DIFFERS,
  /** Arrived too late to alert. */
  TOO_LATE_TO_ALERT
}
