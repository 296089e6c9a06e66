package health.vigil.store;

import health.vigil.store.append.EventRow;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Axon's events as the log stores them. */
final class EventRows {

  private EventRows() {}

  static List<EventRow> of(List<? extends EventMessage<?>> events, Serializer serializer) {
    return events.stream().map(event -> of(event, serializer)).toList();
  }

  /** An event of no stream is a stream of its own, as Axon has it. */
  private static EventRow of(EventMessage<?> event, Serializer serializer) {
    SerializedObject<String> payload = event.serializePayload(serializer, String.class);
    DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> of ? of : null;
    return new EventRow(
        event.getIdentifier(),
        domain == null ? event.getIdentifier() : domain.getAggregateIdentifier(),
        domain == null ? 0 : domain.getSequenceNumber(),
        domain == null ? null : domain.getType(),
        event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        event.serializeMetaData(serializer, String.class).getData());
  }
}
