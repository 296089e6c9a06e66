package health.vigil.app.log;

import health.vigil.axon.serialization.EventSerializer;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** Turns stored rows back into the events they were. */
@Singleton
public class Payloads {
  private final Serializer serializer;

  Payloads(@EventSerializer Serializer serializer) {
    this.serializer = serializer;
  }

  /** The event of a row, personal data opened. */
  public Object read(RecordedEvent event) {
    byte[] stored = event.payload().getBytes(StandardCharsets.UTF_8);
    return serializer.deserialize(
        new SimpleSerializedObject<>(stored, byte[].class, event.type(), event.revision()));
  }
}
