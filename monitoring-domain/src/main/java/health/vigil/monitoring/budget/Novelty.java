package health.vigil.monitoring.budget;

/** What a reading says that the recorded one of the same device does not. */
public enum Novelty {
  /** Measured before the recorded one. */
  EARLIER,
  /** The recorded one is no longer new. */
  WINDOW_OVER,
  /** Another vital sign is there or missing, or oxygen, consciousness or a reason differs. */
  OTHER_FIELDS,
  /** A parameter has another NEWS2 sub-score. */
  SUB_SCORE,
  /** A value lies on another side of a limit of the plan. */
  LIMIT,
  /** A value lies further away than its deadband. */
  VALUE
}
