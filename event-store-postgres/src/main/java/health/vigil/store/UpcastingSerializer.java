package health.vigil.store;

import health.vigil.store.read.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Reads an event as its present revision, whatever revision it was written in: one that was parked
 * before an update is handled after it. Knows nothing of the event but its payload.
 */
final class UpcastingSerializer implements Serializer {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final Serializer events;
  private final EventUpcaster upcasters;

  UpcastingSerializer(Serializer events, EventUpcaster upcasters) {
    this.events = events;
    this.upcasters = upcasters;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as declared by Axon
  public <S, T> T deserialize(SerializedObject<S> written) {
    return isMetaData(written.getType())
        ? events.deserialize(written)
        : (T) events.deserialize(present(getConverter().convert(written, byte[].class)).getData());
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public Class classForType(SerializedType type) {
    return events.classForType(isMetaData(type) ? type : present(of(type)).getType());
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
    return events.serialize(object, representation);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return events.canSerializeTo(representation);
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(Class type) {
    return events.typeForClass(type);
  }

  @Override
  public Converter getConverter() {
    return events.getConverter();
  }

  private IntermediateEventRepresentation present(SerializedObject<byte[]> written) {
    StoredEvent event =
        new StoredEvent(
            StoredEvent.SNAPSHOT,
            "",
            null,
            0,
            null,
            Instant.EPOCH,
            written,
            new SerializedMetaData<>(NOTHING, byte[].class));
    List<IntermediateEventRepresentation> become =
        upcasters.upcast(Stream.of(new InitialEventRepresentation(event, events))).toList();
    if (become.size() != 1) {
      throw new SerializationException(
          written.getType().getName() + " alone has become " + become.size() + " events");
    }
    return become.get(0);
  }

  /** Upcasters go by name and revision. */
  private static SerializedObject<byte[]> of(SerializedType type) {
    return new SimpleSerializedObject<>(NOTHING, byte[].class, type);
  }

  private static boolean isMetaData(SerializedType type) {
    return MetaData.class.getName().equals(type.getName());
  }
}
