package health.vigil.store.contract;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A reader that follows the log from its beginning while others write. */
final class Tail implements Runnable {

  private static final long WHEN_IDLE_NANOS = 2_000_000;
  private static final int IDLE_FOR_LONG = 500;

  private final EventStorageEngine engine;
  private @Nullable TrackingToken token;
  private volatile Seen seen = Seen.NOTHING;
  private volatile boolean stopped;
  private volatile int idle;

  Tail(EventStorageEngine engine) {
    this.engine = engine;
  }

  @Override
  public void run() {
    while (!stopped && !Thread.currentThread().isInterrupted()) {
      if (readOn()) {
        idle = 0;
      } else {
        idle++;
        LockSupport.parkNanos(WHEN_IDLE_NANOS);
      }
    }
  }

  /** Whether there was anything; a database that can not be reached has nothing for now. */
  private boolean readOn() {
    try {
      List<? extends TrackedEventMessage<?>> events = engine.readEvents(token, false).toList();
      for (TrackedEventMessage<?> event : events) {
        token = event.trackingToken();
        seen = seen.and(token.position().orElse(-1), event.getIdentifier());
      }
      return !events.isEmpty();
    } catch (AxonException e) {
      return false;
    }
  }

  Seen seen() {
    return seen;
  }

  /** Whether it has found nothing more in a long time, so that it will not. */
  boolean isStuck() {
    return idle > IDLE_FOR_LONG;
  }

  void stop() {
    stopped = true;
  }
}
