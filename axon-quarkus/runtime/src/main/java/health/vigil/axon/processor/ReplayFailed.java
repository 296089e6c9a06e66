package health.vigil.axon.processor;

import org.axonframework.eventhandling.TrackedEventMessage;

/** A handler failed on an event that is replayed. Its own words are left out: they may quote. */
public class ReplayFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long position;
  private final String eventType;

  ReplayFailed(String group, TrackedEventMessage<?> event, Throwable cause) {
    this(
        group,
        StoredPositions.position(event.trackingToken()),
        event.getPayloadType().getSimpleName(),
        cause);
  }

  private ReplayFailed(String group, long position, String eventType, Throwable cause) {
    super(group + " can not handle " + eventType + " at position " + position, cause);
    this.position = position;
    this.eventType = eventType;
  }

  /** Of the event in the log. */
  public long position() {
    return position;
  }

  /** The simple name of the event's class. */
  public String eventType() {
    return eventType;
  }
}
