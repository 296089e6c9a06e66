package health.vigil.app.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads times as RFC 3339 has them, with an offset; never numbers. */
final class Rfc3339Time extends StdScalarDeserializer<Instant> {
  @Serial private static final long serialVersionUID = 1L;

  Rfc3339Time() {
    super(Instant.class);
  }

  @Override
  public @Nullable Instant deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.currentToken().equals(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, json);
    }
    Optional<Instant> time = Instants.of(json.getText());
    return time.isPresent()
        ? time.get()
        : (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), Instants.FORM);
  }
}
