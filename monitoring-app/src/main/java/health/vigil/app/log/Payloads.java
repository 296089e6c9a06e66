package health.vigil.app.log;

import health.vigil.axon.serialization.EventSerializer;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;

/** Turns stored rows back into the events they were, in their present revision. */
@Singleton
public class Payloads {
  private final Serializer serializer;
  private final Upcasters upcasters;

  Payloads(@EventSerializer Serializer serializer, Upcasters upcasters) {
    this.serializer = serializer;
    this.upcasters = upcasters;
  }

  /** The event of a row, personal data opened. */
  public Object read(RecordedEvent event) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(stored(event)), serializer, upcasters.chain())
        .next()
        .getPayload();
  }

  private static DomainEventData<String> stored(RecordedEvent event) {
    return new GenericDomainEventEntry<>(
        event.streamType(),
        event.streamId(),
        event.sequence(),
        event.eventIdentifier(),
        event.occurredAt().toString(),
        event.type(),
        event.revision(),
        event.payload(),
        event.metadata());
  }
}
