package health.vigil.monitoring;

/** How a set relates to what was already known when it arrived. */
public enum Timeliness {
  /**
   * Nothing newer is known: of a complete set no newer complete one, of an incomplete one no newer
   * set at all.
   */
  CURRENT,
  /** Not the newest, but recent enough to raise its alert, marked late. */
  LATE,
  /** Too old to alert: charted and flagged. */
  CHARTED_ONLY
}
