package health.vigil.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Nothing was recorded, and the append is not to blame: it may be tried again in a while. */
public final class AppendRefusedException extends EventStoreException {

  private static final long serialVersionUID = 1L;

  public AppendRefusedException(String reason) {
    super("Nothing was recorded: " + reason);
  }
}
