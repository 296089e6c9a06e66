package health.vigil.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The log holds the event already: the cause of the conflict of an append that comes again. Nothing
 * was recorded by this append.
 */
public final class AlreadyRecordedException extends EventStoreException {

  private static final long serialVersionUID = 1L;

  private final String eventIdentifier;
  private final long position;

  public AlreadyRecordedException(String eventIdentifier, long position) {
    super("Event " + eventIdentifier + " is in the log already, at position " + position);
    this.eventIdentifier = eventIdentifier;
    this.position = position;
  }

  public String eventIdentifier() {
    return eventIdentifier;
  }

  /** Of the event that the log holds. */
  public long position() {
    return position;
  }
}
