package health.vigil.app.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.axon.command.Metadata;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;

/** The hash of the request that led to an event. */
@Singleton
class Contents {
  private final ObjectMapper mapper;

  Contents(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String of(RecordedEvent event) {
    try {
      return mapper.readTree(event.metadata()).path(Metadata.REQUEST_HASH).asText();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }
}
