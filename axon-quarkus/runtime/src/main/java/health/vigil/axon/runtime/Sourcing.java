package health.vigil.axon.runtime;

import health.vigil.axon.command.Unguarded;
import health.vigil.axon.serialization.SnapshotSerializer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** What snapshots ought to be: made anew of events alone, and stored nowhere. */
@Singleton
public class Sourcing {

  private final Configuration axon;
  private final EventStore log;
  private final Serializer serializer;

  Sourcing(
      Configuration axon, @Unguarded EventStore log, @SnapshotSerializer Serializer serializer) {
    this.axon = axon;
    this.log = log;
    this.serializer = serializer;
  }

  /**
   * The state to which the events of a stream lead, as a snapshot of it is written.
   *
   * @param type of the aggregate, as its snapshots name it
   * @param revision of the type
   * @param last sequence number of the events that count
   * @return empty when the stream has no such events, or they end the aggregate
   * @throws RuntimeException when type or revision is unknown, or the events can not be read
   */
  public Optional<String> state(String type, @Nullable String revision, String stream, long last) {
    Class<?> aggregate = serializer.classForType(new SimpleSerializedType(type, revision));
    DomainEventStream events =
        log.readEvents(stream, 0).filter(event -> event.getSequenceNumber() <= last);
    if (!events.hasNext()) {
      return Optional.empty();
    }
    OpenSnapshotter snapshotter = (OpenSnapshotter) axon.snapshotter();
    @Nullable DomainEventMessage<?> made = snapshotter.of(aggregate, stream, events);
    return Optional.ofNullable(made)
        .map(snapshot -> snapshot.serializePayload(serializer, String.class).getData());
  }
}
