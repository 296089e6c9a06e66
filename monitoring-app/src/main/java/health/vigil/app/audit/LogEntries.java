package health.vigil.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.log.EventMetadata;
import health.vigil.app.log.Payloads;
import health.vigil.app.privacy.ShownEvents;
import health.vigil.axon.command.Metadata;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Rows of the log as auditors read them. */
@Singleton
class LogEntries {
  private final Payloads payloads;
  private final ShownEvents shown;
  private final ObjectMapper mapper;

  LogEntries(Payloads payloads, ShownEvents shown, ObjectMapper mapper) {
    this.payloads = payloads;
    this.shown = shown;
    this.mapper = mapper;
  }

  LogEntry of(RecordedEvent event) {
    JsonNode metadata = metadata(event);
    return new LogEntry(
        event.position(),
        event.eventIdentifier(),
        event.type(),
        event.revision(),
        event.streamId(),
        event.sequence(),
        event.occurredAt(),
        event.recordedAt(),
        text(metadata, EventMetadata.SUBJECT),
        text(metadata, Metadata.ACTOR),
        text(metadata, EventMetadata.CLIENT),
        text(metadata, Metadata.REACTION),
        text(metadata, Metadata.CORRELATION_ID),
        text(metadata, Metadata.CAUSATION_ID),
        text(metadata, Metadata.TRACE_ID),
        event.hash(),
        payload(event));
  }

  /** An event that somebody spoilt keeps nobody from reading those around it. */
  private @Nullable JsonNode payload(RecordedEvent event) {
    try {
      return shown.masked(payloads.read(event));
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  private JsonNode metadata(RecordedEvent event) {
    try {
      return mapper.readTree(event.metadata());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the log holds metadata as JSON", impossible);
    }
  }

  private static @Nullable String text(JsonNode metadata, String name) {
    return metadata.path(name).textValue();
  }
}
