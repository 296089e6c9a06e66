package health.vigil.axon.runtime;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** Also makes snapshots that nobody stores. */
final class OpenSnapshotter extends AggregateSnapshotter {

  OpenSnapshotter(Builder builder) {
    super(builder);
  }

  /** Null when the events end the aggregate. */
  @Nullable DomainEventMessage<?> of(Class<?> aggregate, String stream, DomainEventStream events) {
    return createSnapshot(aggregate, stream, events);
  }
}
