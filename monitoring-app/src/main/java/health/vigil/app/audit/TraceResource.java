package health.vigil.app.audit;

import health.vigil.app.reading.PageRequest;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads the log itself: it is never behind. */
@Path("/api/v1/audit/trace/{id}")
@Tag(name = "Audit")
class TraceResource {
  private static final long BEGINNING = 0;

  private final TraceStarts starts;
  private final Traces traces;

  TraceResource(TraceStarts starts, Traces traces) {
    this.starts = starts;
    this.traces = traces;
  }

  @GET
  @Operation(
      summary = "All that came of a request, with what led to what",
      description =
          "In the order of the log, without payloads. Each event names the event that led to it,"
              + " over sagas and deadlines; what was asked for from outside has no cause.")
  public Trace trace(
      @Parameter(
              description =
                  "An X-Correlation-Id, a position, the id of an event or of a frame of the stream,"
                      + " or the key of a command")
          @PathParam("id")
          String id,
      @BeanParam PageRequest page) {
    long after = after(page.cursor());
    Trace trace = traces.of(starts.find(id), after, page.limit());
    if (trace.events().isEmpty() && after == BEGINNING) {
      throw Refusal.notFound("event");
    }
    return trace;
  }

  private static long after(@Nullable String cursor) {
    if (cursor == null) {
      return BEGINNING;
    }
    if (!cursor.matches("\\d{1,18}")) {
      throw Refusal.invalid("cursor", "the next of an earlier page");
    }
    return Long.parseLong(cursor);
  }
}
