package health.vigil.app.audit;

import health.vigil.app.log.EventMetadata;
import health.vigil.axon.command.Metadata;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from the log what belongs together, and finds the cause of each. */
@Singleton
class Traces {
  private final EventLog log;
  private final TraceMetadata metadata;

  Traces(EventLog log, TraceMetadata metadata) {
    this.log = log;
    this.metadata = metadata;
  }

  /** Events after a position, at most so many. */
  Trace of(TraceStart start, long after, int limit) {
    List<RecordedEvent> found = related(start, after, limit + 1);
    List<RecordedEvent> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, RecordedEvent> causes = causes(shown);
    return Trace.of(
        start,
        shown.stream().map(event -> traced(event, causes)).toList(),
        found.size() > limit ? Long.toString(shown.get(limit - 1).position()) : null);
  }

  private List<RecordedEvent> related(TraceStart start, long after, int limit) {
    if (start.correlationId() != null) {
      return log.byCorrelation(start.correlationId(), after, limit);
    }
    RecordedEvent alone = Objects.requireNonNull(start.asked());
    return alone.position() > after ? List.of(alone) : List.of();
  }

  /** By identifier; those that are on no earlier line are asked for together. */
  private Map<String, RecordedEvent> causes(List<RecordedEvent> shown) {
    Map<String, RecordedEvent> known = new HashMap<>();
    shown.forEach(event -> known.put(event.eventIdentifier(), event));
    Set<String> missing = new LinkedHashSet<>();
    for (RecordedEvent event : shown) {
      TraceMetadata.Read read = metadata.of(event);
      String cause = read.text(Metadata.CAUSATION_ID);
      if (cause != null
          && !known.containsKey(cause)
          && !cause.equals(read.text(Metadata.CORRELATION_ID))) {
        missing.add(cause);
      }
    }
    if (!missing.isEmpty()) {
      log.findByIdentifiers(missing).forEach(event -> known.put(event.eventIdentifier(), event));
    }
    return known;
  }

  private TraceEvent traced(RecordedEvent event, Map<String, RecordedEvent> causes) {
    TraceMetadata.Read read = metadata.of(event);
    String causation = read.text(Metadata.CAUSATION_ID);
    @Nullable RecordedEvent cause = causation == null ? null : causes.get(causation);
    return new TraceEvent(
        event.position(),
        event.eventIdentifier(),
        causation,
        cause == null ? null : cause.position(),
        cause == null ? null : Duration.between(cause.recordedAt(), event.recordedAt()).toMillis(),
        event.type(),
        event.streamId(),
        read.text(EventMetadata.SUBJECT),
        read.text(Metadata.ACTOR),
        read.text(Metadata.REACTION),
        event.recordedAt(),
        read.text(Metadata.CORRELATION_ID),
        read.text(Metadata.TRACE_ID));
  }
}
