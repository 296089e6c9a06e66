package health.vigil.axon.processor;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * After a failure, the thread of a segment handles one event in a transaction until it is past the
 * batch that failed. So whatever fails, when the handler runs, when the session is flushed or when
 * the transaction commits, the guilty event is known and the others are not held up by it.
 */
final class Careful {

  @SuppressWarnings("ThreadLocalUsage") // one for each processor, as long as the application
  private final ThreadLocal<@Nullable Long> until = new ThreadLocal<>();

  void until(long position) {
    Long had = until.get();
    until.set(had == null ? position : Math.max(had, position));
  }

  boolean isActive() {
    return until.get() != null;
  }

  /** The thread goes on with this event. */
  void reached(TrackedEventMessage<?> event) {
    Long last = until.get();
    if (last != null && StoredPositions.position(event.trackingToken()) > last) {
      until.remove();
    }
  }
}
