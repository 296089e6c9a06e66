package health.vigil.alert;

/**
 * What an alert answers to every command: how it stands after it.
 *
 * @param edge the newest that it has taken in, and so the one that its chain was started by
 * @param revision sequence number of the newest event of its stream
 */
public record AlertState(Presence presence, long edge, long revision) {
  public boolean isOn() {
    return presence == Presence.ON;
  }

  /** Whether the alert stands for what happened at that edge, or has at least once done so. */
  public boolean covers(long thatEdge) {
    return presence != Presence.OFF || edge >= thatEdge;
  }
}
