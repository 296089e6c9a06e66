package health.vigil.app.reading;

import health.vigil.refusal.Refusal;
import health.vigil.ward.WardId;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names the parameter whose value is not acceptable; the framework would answer that there is
 * nothing at the path.
 */
@Provider
class QueryParameters implements ParamConverterProvider {
  private static final String WHOLE_NUMBER = "a whole number";
  private static final Map<Class<?>, Reading> READINGS =
      Map.of(
          Integer.class, new Reading(Integer::valueOf, WHOLE_NUMBER),
          Long.class, new Reading(Long::valueOf, WHOLE_NUMBER),
          WardId.class, new Reading(WardId::new, "the name of a ward"));

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // the reading is of the type; null for the default
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Reading reading = READINGS.get(type);
    Optional<String> name = name(annotations);
    return reading == null || name.isEmpty()
        ? null
        : (ParamConverter<T>) new Named(name.get(), reading);
  }

  private static Optional<String> name(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .map(annotation -> ((QueryParam) annotation).value())
        .findFirst();
  }

  /** How a type is read from text, and what is accepted. */
  private record Reading(Function<String, ?> of, String accepted) {}

  private record Named(String name, Reading reading) implements ParamConverter<Object> {
    @Override
    @SuppressWarnings("NullAway") // an empty parameter is as good as none
    public @Nullable Object fromString(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return reading.of.apply(text);
      } catch (IllegalArgumentException unreadable) {
        Refusal refusal = Refusal.invalid(name, reading.accepted);
        refusal.initCause(unreadable);
        throw refusal;
      }
    }

    @Override
    public String toString(Object value) {
      return String.valueOf(value);
    }
  }
}
