package health.vigil.store.read;

import health.vigil.store.PassedOver;
import health.vigil.store.UnreadableEventException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Makes messages of rows: upcasts them, and refuses what is unknown with its position.
 *
 * <p>Upcasters are asked for a block of rows at a time. What one made of earlier blocks it can not
 * know, no more than if the reader had begun there.
 */
final class Decoding {

  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final KnownTypes types;

  Decoding(Serializer serializer, EventUpcaster upcasters) {
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.types = new KnownTypes(serializer);
  }

  /**
   * The messages of a block of rows, with their payloads decoded. Whatever upcasters make of it,
   * the last message bears the position that was read last.
   */
  Chunk chunk(Block block) {
    List<TrackedEventMessage<?>> events = new ArrayList<>(block.rows().size());
    Place place = new Place();
    try {
      Iterator<TrackedEventMessage<?>> messages =
          upcast(block.rows().stream(), place).map(this::message).iterator();
      while (messages.hasNext()) {
        TrackedEventMessage<?> message = messages.next();
        decode(message);
        events.add(message);
      }
    } catch (RuntimeException | LinkageError e) {
      return failed(block, events, place.unreadable(e));
    }
    passOver(block, events);
    return new Chunk(block.after(), block.upTo(), events, block.last(), null);
  }

  /** What was read before it is whole, but for what an upcaster had begun to make of one row. */
  private static Chunk failed(
      Block block, List<TrackedEventMessage<?>> events, UnreadableEventException failure) {
    events.removeIf(event -> Chunk.position(event) >= failure.position());
    long upTo = Math.max(block.after(), failure.position() - 1);
    return new Chunk(block.after(), upTo, events, false, failure);
  }

  private static void passOver(Block block, List<TrackedEventMessage<?>> events) {
    if (block.rows().isEmpty()) {
      return;
    }
    StoredEvent last = block.rows().get(block.rows().size() - 1);
    if (events.isEmpty() || Chunk.position(events.get(events.size() - 1)) < last.position()) {
      events.add(
          new GenericTrackedEventMessage<>(
              last.trackingToken(),
              new GenericEventMessage<>(
                  last.identifier(), new PassedOver(), Map.of(), last.occurredAt())));
    }
  }

  /** The rows as upcasters leave them. */
  Stream<IntermediateEventRepresentation> upcast(Stream<StoredEvent> rows, Place place) {
    return upcasters
        .upcast(rows.map(row -> new InitialEventRepresentation(place.at(row), serializer)))
        .peek(event -> known(event, place));
  }

  private void known(IntermediateEventRepresentation event, Place place) {
    try {
      types.require(event.getType());
    } catch (SerializationException e) {
      throw place.unreadable(event, e);
    }
  }

  /** Its content is decoded when it is asked for, unless it has been already. */
  <T> SerializedMessage<T> content(IntermediateEventRepresentation event) {
    return new SerializedMessage<>(
        event.getMessageIdentifier(),
        new LazyDeserializingObject<>(event::getData, event.getType(), serializer),
        event.getMetaData());
  }

  private TrackedEventMessage<?> message(IntermediateEventRepresentation event) {
    SerializedMessage<?> content = content(event);
    var token = event.getTrackingToken().orElseThrow();
    return event.getAggregateIdentifier().isEmpty()
        ? new GenericTrackedEventMessage<>(token, content, event::getTimestamp)
        : new GenericTrackedDomainEventMessage<>(
            token,
            event.getAggregateType().orElse(null),
            event.getAggregateIdentifier().get(),
            event.getSequenceNumber().orElseThrow(),
            content,
            event::getTimestamp);
  }

  /** What can not be decoded fails again in the hands of its handler, which counts it. */
  private static void decode(TrackedEventMessage<?> event) {
    try {
      // An event keeps both once they are decoded.
      @SuppressWarnings("unused")
      Object payload = event.getPayload();
      @SuppressWarnings("unused")
      Object metadata = event.getMetaData();
    } catch (RuntimeException | LinkageError leftToTheHandler) {
      return;
    }
  }
}
