package health.vigil.app.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days as RFC 3339 has them; never lists, nor times, whose day depends on a zone. */
final class Rfc3339Date extends StdScalarDeserializer<LocalDate> {
  @Serial private static final long serialVersionUID = 1L;
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  Rfc3339Date() {
    super(LocalDate.class);
  }

  @Override
  public @Nullable LocalDate deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.currentToken().equals(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
    }
    Optional<LocalDate> day = day(json.getText());
    return day.isPresent()
        ? day.get()
        : (LocalDate) context.handleWeirdStringValue(LocalDate.class, json.getText(), "a day");
  }

  private static Optional<LocalDate> day(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noSuchDay) {
      return none(noSuchDay);
    }
  }

  /** The form is right, but there is no such day. */
  private static Optional<LocalDate> none(DateTimeException ignored) {
    return Optional.empty();
  }
}
