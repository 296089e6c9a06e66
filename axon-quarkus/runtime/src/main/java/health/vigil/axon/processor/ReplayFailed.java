package health.vigil.axon.processor;

import health.vigil.axon.failure.Unquoted;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.ThrowableCause;

/** A handler failed on an event that is replayed. Its own words are left out: they may quote. */
public class ReplayFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long position;
  private final String eventType;

  public ReplayFailed(String group, TrackedEventMessage<?> event, Throwable cause) {
    this(
        group,
        StoredPositions.position(event.trackingToken()),
        event.getPayloadType().getSimpleName(),
        Unquoted.of(cause));
  }

  private ReplayFailed(String group, long position, String eventType, ThrowableCause cause) {
    super(
        group + " can not handle " + eventType + " at position " + position + ": " + cause.type(),
        cause);
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
