package health.vigil.alert;

/**
 * What no standard says about alerts and Vigil decides: which band has which priority and whether
 * it latches, how long after its due time an observation is overdue and how urgent that is, what
 * ends, upgrades, downgrades and brings back an alert. Listed in docs/reference/alerts.md.
 *
 * <p>Whom a ward tells after how long is configured, and is no part of it.
 */
public final class AlertDecisions {
  /** Raised by hand with every change of one of these decisions. */
  public static final String VERSION = "1";

  private AlertDecisions() {}
}
