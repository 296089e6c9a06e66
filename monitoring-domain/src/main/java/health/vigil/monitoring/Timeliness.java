package health.vigil.monitoring;

/** How a set relates to what was already known when it arrived. */
public enum Timeliness {
  /** The newest measured so far: it becomes the current status. */
  CURRENT,
  /** Measured before the newest scored set, but recent enough to raise its alert, marked late. */
  LATE,
  /** Too old to alert: charted and flagged. */
  CHARTED_ONLY
}
