package health.vigil.app.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.axon.command.Metadata;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;

/** What an event says of the request that led to it. */
@Singleton
class Contents {
  private final ObjectMapper mapper;

  Contents(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The hash of what the request said. */
  String of(RecordedEvent event) {
    return text(event, Metadata.REQUEST_HASH);
  }

  /** On whose behalf it was recorded. */
  String actorOf(RecordedEvent event) {
    return text(event, Metadata.ACTOR);
  }

  String correlationOf(RecordedEvent event) {
    return text(event, Metadata.CORRELATION_ID);
  }

  private String text(RecordedEvent event, String name) {
    try {
      return mapper.readTree(event.metadata()).path(name).asText();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }
}
