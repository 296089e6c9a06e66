package health.vigil.personal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value that its codec has sealed. */
final class OpenedValue extends JsonDeserializer<Object> implements ContextualDeserializer {
  private final PersonalDataCodec codec;
  private final String property;
  private final @Nullable JsonDeserializer<Object> readable;

  OpenedValue(PersonalDataCodec codec) {
    this(codec, "", null);
  }

  private OpenedValue(
      PersonalDataCodec codec, String property, @Nullable JsonDeserializer<Object> readable) {
    this.codec = codec;
    this.property = property;
    this.readable = readable;
  }

  @Override
  public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
      throws JsonMappingException {
    return new OpenedValue(
        codec,
        property.getName(),
        context.findContextualValueDeserializer(property.getType(), property));
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (readable == null) {
      throw new IllegalStateException("only properties are marked as personal data");
    }
    JsonNode opened = codec.open(property, context.readTree(json));
    if (opened.isNull()) {
      return readable.getNullValue(context);
    }
    try (JsonParser value = opened.traverse(json.getCodec())) {
      value.nextToken();
      return readable.deserialize(value, context);
    }
  }
}
