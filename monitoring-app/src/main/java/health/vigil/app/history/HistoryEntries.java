package health.vigil.app.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.privacy.ShownEvents;
import health.vigil.axon.command.Metadata;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Rows of the log as entries of a history. */
@Singleton
class HistoryEntries {
  private final ShownEvents shown;
  private final ObjectMapper mapper;

  HistoryEntries(ShownEvents shown, ObjectMapper mapper) {
    this.shown = shown;
    this.mapper = mapper;
  }

  HistoryEntry of(RecordedEvent event) {
    JsonNode metadata = metadata(event);
    return new HistoryEntry(
        event.position(),
        event.type(),
        event.recordedAt(),
        text(metadata, Metadata.ACTOR),
        text(metadata, Metadata.REACTION),
        text(metadata, Metadata.TRACE_ID),
        shown.open(event));
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
