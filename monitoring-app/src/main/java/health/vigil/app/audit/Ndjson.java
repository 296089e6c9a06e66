package health.vigil.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.stream.Collectors;

/** Lines of JSON. */
@Singleton
class Ndjson {
  private final ObjectMapper mapper;

  Ndjson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  private String line(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer can be written", impossible);
    }
  }

  /** Each with a line feed. */
  String lines(Collection<?> values) {
    return values.stream().map(value -> line(value) + "\n").collect(Collectors.joining());
  }
}
