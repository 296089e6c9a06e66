package health.vigil.audit;

import health.vigil.patient.PersonalData;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an export. */
public sealed interface LogExportCommand {
  @TargetAggregateIdentifier
  ExportId exportId();

  /**
   * Notes that a part of the log is given out. Refused as invalid when the reason is not
   * acceptable, as a conflict {@code already-exported} for an export that there is.
   *
   * @param reason why, in the auditor's own words
   */
  record ExportLog(ExportId exportId, LogPart part, @PersonalData String reason, Instant at)
      implements LogExportCommand {
    @Override
    public String toString() {
      return "ExportLog[exportId=" + exportId + ", part=" + part + ", at=" + at + "]";
    }
  }
}
