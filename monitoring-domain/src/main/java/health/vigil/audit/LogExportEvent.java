package health.vigil.audit;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.PersonalData;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The facts of an export's stream. */
public sealed interface LogExportEvent {
  ExportId exportId();

  Instant at();

  /**
   * From here on somebody may have these events as a file; the event itself comes after them.
   *
   * @param count of events, for who reads it
   * @param reason why, in the auditor's own words
   */
  @JsonTypeName("LogExported")
  @Revision("1")
  record LogExported(
      ExportId exportId, LogPart part, long count, @PersonalData String reason, Instant at)
      implements LogExportEvent {
    @Override
    public String toString() {
      return "LogExported[exportId=" + exportId + ", part=" + part + ", at=" + at + "]";
    }
  }
}
