package health.vigil.app.history;

import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log itself: it is never behind. It is the patient's own record, so personal data is
 * readable in it, unlike on the live stream.
 */
@Path("/api/v1/patients/{patientId}/history")
@Tag(name = "Patients")
class HistoryResource {
  private static final long BEGINNING = 0;

  private final EventLog log;
  private final HistoryEntries entries;

  HistoryResource(EventLog log, HistoryEntries entries) {
    this.log = log;
    this.entries = entries;
  }

  @GET
  @Operation(
      summary = "Every event about a patient, in the order of the log",
      description = "For audit. Personal data is readable here, and masked on the stream.")
  public Page<HistoryEntry> history(
      @PathParam("patientId") PatientId patient, @BeanParam PageRequest page) {
    long after = after(page.cursor());
    int limit = page.limit();
    List<RecordedEvent> found = log.bySubject(patient.value(), after, limit + 1);
    if (found.isEmpty() && after == BEGINNING) {
      throw Refusal.notFound("patient");
    }
    List<RecordedEvent> shown = found.subList(0, Math.min(limit, found.size()));
    boolean more = found.size() > limit;
    return Page.of(
        shown.stream().map(entries::of).toList(),
        more ? Long.toString(shown.get(limit - 1).position()) : null);
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
