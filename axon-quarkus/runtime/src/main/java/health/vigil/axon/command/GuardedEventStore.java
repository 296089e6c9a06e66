package health.vigil.axon.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * An event store that takes no event from within a processor, saga or deadline: it would be
 * appended when the batch commits, without a command that decides on it and again with each
 * redelivery.
 */
public final class GuardedEventStore implements EventStore {

  private final EventStore store;

  /** Everything else as this store does it. */
  public GuardedEventStore(EventStore store) {
    this.store = store;
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().root().getMessage() instanceof EventMessage) {
      throw new IllegalStateException(
          "Events are not published while an event or deadline is handled: send a command whose"
              + " handler decides on them");
    }
    store.publish(events);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    return store.readEvents(aggregateIdentifier);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return store.readEvents(aggregateIdentifier, firstSequenceNumber);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    store.storeSnapshot(snapshot);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return store.lastSequenceNumberFor(aggregateIdentifier);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return store.openStream(token);
  }

  @Override
  public TrackingToken createTailToken() {
    return store.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return store.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return store.createTokenAt(dateTime);
  }

  @Override
  public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
    return store.subscribe(processor);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
    return store.registerDispatchInterceptor(interceptor);
  }
}
