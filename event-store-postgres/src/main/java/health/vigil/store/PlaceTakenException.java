package health.vigil.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Another event has the place in the stream: the cause of the conflict of an append that was
 * decided on an old state. Nothing was recorded by it.
 */
public final class PlaceTakenException extends EventStoreException {

  private static final long serialVersionUID = 1L;

  private final long position;

  PlaceTakenException(long position) {
    super("The event at position " + position + " has that place in the stream");
    this.position = position;
  }

  /** Of the event that has the place. */
  public long position() {
    return position;
  }
}
