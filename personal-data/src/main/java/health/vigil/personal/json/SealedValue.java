package health.vigil.personal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a value as its codec seals it. */
final class SealedValue extends JsonSerializer<Object> implements ContextualSerializer {
  private final PersonalDataCodec codec;
  private final String property;
  private final @Nullable JsonSerializer<Object> readable;

  SealedValue(PersonalDataCodec codec) {
    this(codec, "", null);
  }

  private SealedValue(
      PersonalDataCodec codec, String property, @Nullable JsonSerializer<Object> readable) {
    this.codec = codec;
    this.property = property;
    this.readable = readable;
  }

  @Override
  public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
      throws JsonMappingException {
    return new SealedValue(
        codec, property.getName(), provider.findValueSerializer(property.getType(), property));
  }

  @Override
  public void serialize(Object value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (readable == null) {
      throw new IllegalStateException("only properties are marked as personal data");
    }
    try (TokenBuffer buffer = new TokenBuffer(json.getCodec(), false)) {
      readable.serialize(value, buffer, provider);
      try (JsonParser written = buffer.asParser()) {
        JsonNode node = written.readValueAsTree();
        json.writeTree(codec.seal(about(json.getOutputContext()), property, node));
      }
    }
  }

  /** The record around the value, or around that one, that says whom it is about. */
  private static @Nullable PatientId about(JsonStreamContext place) {
    for (JsonStreamContext at = place; at != null; at = at.getParent()) {
      if (at.getCurrentValue() instanceof ConcernsPatient about) {
        return about.patientId();
      }
    }
    return null;
  }
}
