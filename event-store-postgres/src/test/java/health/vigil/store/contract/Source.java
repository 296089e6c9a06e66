package health.vigil.store.contract;

import health.vigil.store.PostgresEventStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The log, one bit after the other; after a failure it goes on where it was. */
interface Source {

  long WHEN_IDLE_NANOS = 2_000_000;

  /** What comes next; nothing after a short while in which nothing came. */
  List<? extends TrackedEventMessage<?>> next() throws InterruptedException;

  default void close() {
    // most hold nothing
  }

  /** The engine's batches. */
  final class OfEngine implements Source {

    private final EventStorageEngine engine;
    private @Nullable TrackingToken token;

    OfEngine(EventStorageEngine engine) {
      this.engine = engine;
    }

    @Override
    public List<? extends TrackedEventMessage<?>> next() {
      List<? extends TrackedEventMessage<?>> events = engine.readEvents(token, false).toList();
      if (events.isEmpty()) {
        LockSupport.parkNanos(WHEN_IDLE_NANOS);
      } else {
        token = events.get(events.size() - 1).trackingToken();
      }
      return events;
    }
  }

  /** The stream that processors have. */
  final class OfStore implements Source {

    private final PostgresEventStore store;
    private @Nullable TrackingToken token;
    private @Nullable TrackingEventStream stream;

    OfStore(PostgresEventStore store) {
      this.store = store;
    }

    @Override
    public List<? extends TrackedEventMessage<?>> next() throws InterruptedException {
      TrackingEventStream open = stream == null ? store.openStream(token) : stream;
      stream = open;
      try {
        if (!open.hasNextAvailable(5, TimeUnit.MILLISECONDS)) {
          return List.of();
        }
        TrackedEventMessage<?> event = open.nextAvailable();
        token = event.trackingToken();
        return List.of(event);
      } catch (EventStoreException e) {
        close();
        throw e;
      }
    }

    @Override
    public void close() {
      if (stream != null) {
        stream.close();
        stream = null;
      }
    }
  }
}
