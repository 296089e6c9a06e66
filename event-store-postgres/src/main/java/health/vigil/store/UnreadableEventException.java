package health.vigil.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The log holds an event that this application can not read: its type or revision is unknown and no
 * upcaster leads to one that is, or an upcaster failed. It is never skipped. The message tells
 * position, type and revision, and no stored value.
 */
public class UnreadableEventException extends EventStoreException {

  private static final long serialVersionUID = 1L;

  private final long position;

  public UnreadableEventException(
      long position, String type, @Nullable String revision, String reason, Throwable cause) {
    super(
        "The event at position "
            + position
            + " of the log, '"
            + type
            + "' revision '"
            + revision
            + "', can not be read: "
            + reason);
    this.position = position;
    // The cause itself may quote the event.
    setStackTrace(cause.getStackTrace());
  }

  /** Where in the log it is. */
  public long position() {
    return position;
  }
}
