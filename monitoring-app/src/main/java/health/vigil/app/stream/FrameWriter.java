package health.vigil.app.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.log.Payloads;
import health.vigil.app.privacy.ShownEvents;
import health.vigil.patient.ConcernsPatient;
import health.vigil.store.RecordedEvent;
import health.vigil.ward.BedId;
import health.vigil.ward.ConcernsWard;
import health.vigil.ward.WardId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes events of the log as frames, personal data masked. */
@Singleton
class FrameWriter {
  /** The data of a frame. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      long position,
      Instant recordedAt,
      String type,
      @Nullable String revision,
      @Nullable String subject,
      JsonNode payload) {}

  private final Payloads payloads;
  private final ShownEvents shown;
  private final ObjectMapper mapper;

  FrameWriter(Payloads payloads, ShownEvents shown, ObjectMapper mapper) {
    this.payloads = payloads;
    this.shown = shown;
    this.mapper = mapper;
  }

  LogEntry write(RecordedEvent event) {
    Object payload = payloads.read(event);
    Data data =
        new Data(
            event.position(),
            event.recordedAt(),
            event.type(),
            event.revision(),
            subject(payload),
            shown.masked(payload));
    return new LogEntry(new Frame(event.position(), event.type(), json(data)), ward(payload));
  }

  private static @Nullable String subject(Object payload) {
    return payload instanceof ConcernsPatient about ? about.patientId().value() : null;
  }

  private static @Nullable WardId ward(Object payload) {
    BedId bed = payload instanceof ConcernsWard where ? where.bed() : null;
    return bed == null ? null : bed.ward();
  }

  private String json(Data data) {
    try {
      return mapper.writeValueAsString(data);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was read can be written", impossible);
    }
  }
}
