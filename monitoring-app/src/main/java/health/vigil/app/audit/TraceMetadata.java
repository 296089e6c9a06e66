package health.vigil.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads what travelled with an event. */
@Singleton
class TraceMetadata {
  private final ObjectMapper mapper;

  TraceMetadata(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  Read of(RecordedEvent event) {
    try {
      return new Read(mapper.readTree(event.metadata()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }

  /** What one event bears. */
  record Read(JsonNode json) {
    @Nullable String text(String name) {
      return json.path(name).textValue();
    }
  }
}
