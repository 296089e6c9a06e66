package health.vigil.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The append may be in the log or not, and it will be known only later. To repeat it with the same
 * event identifiers is safe: it is recorded once.
 */
public final class OutcomeUnknownException extends EventStoreException {

  private static final long serialVersionUID = 1L;

  public OutcomeUnknownException() {
    super("Whether the events were recorded is not known: repeat with the same event identifiers");
  }
}
