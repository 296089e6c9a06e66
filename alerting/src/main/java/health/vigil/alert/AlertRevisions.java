package health.vigil.alert;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Makes the present revision of whatever revision of an alert's event a log may hold. */
public final class AlertRevisions {
  private AlertRevisions() {}

  /** Each leads from one revision to the next; those of one event stand in that order. */
  public static EventUpcaster upcasters() {
    return new EventUpcasterChain(new AlertRaisedBefore2());
  }
}
