package health.vigil.app.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.reading.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param correlationId of the request; absent of an event that belongs to none
 * @param asked position of the event that was asked for; absent where the request was
 * @param events in the order of the log; the causes make a tree of them
 * @param next the cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trace(
    @Nullable String correlationId,
    @Nullable Long asked,
    List<TraceEvent> events,
    @Nullable String next) {
  Trace {
    events = List.copyOf(events);
  }

  static Trace of(TraceStart start, List<TraceEvent> events, @Nullable String next) {
    Page<TraceEvent> page = Page.of(events, next);
    return new Trace(
        start.correlationId(),
        start.asked() == null ? null : start.asked().position(),
        page.items(),
        page.next());
  }
}
