package health.vigil.axon.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * An engine that waits a moment when the thread that follows the log fails. Axon's event store
 * reports the failure and reads again at once: while a database is away, that would fill the disk
 * with reports.
 */
final class PatientReading implements EventStorageEngine {

  private final EventStorageEngine engine;
  private final Runnable pause;

  PatientReading(EventStorageEngine engine, Runnable pause) {
    this.engine = engine;
    this.pause = pause;
  }

  /** Only the thread that follows the log may block. */
  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    if (!mayBlock) {
      return engine.readEvents(token, false);
    }
    try {
      return patient(engine.readEvents(token, true));
    } catch (RuntimeException e) {
      pause.run();
      throw e;
    }
  }

  private <T> Stream<T> patient(Stream<T> events) {
    return StreamSupport.stream(new Patient<>(events.spliterator(), pause), false)
        .onClose(events::close);
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    engine.appendEvents(events);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    engine.storeSnapshot(snapshot);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return engine.readEvents(aggregateIdentifier, firstSequenceNumber);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return engine.readSnapshot(aggregateIdentifier);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return engine.lastSequenceNumberFor(aggregateIdentifier);
  }

  @Override
  public TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return engine.createTokenAt(dateTime);
  }

  private record Patient<T>(Spliterator<T> events, Runnable pause) implements Spliterator<T> {

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      try {
        return events.tryAdvance(action);
      } catch (RuntimeException e) {
        pause.run();
        throw e;
      }
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
      return null;
    }

    @Override
    public long estimateSize() {
      return events.estimateSize();
    }

    @Override
    public int characteristics() {
      return events.characteristics();
    }
  }
}
