package health.vigil.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.audit.LogExportCommand.ExportLog;
import health.vigil.audit.LogExportEvent.LogExported;
import health.vigil.refusal.Refusal;
import java.util.regex.Pattern;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** One export of a part of the log: who gives the log out says so in the log first. */
@AggregateRoot
final class LogExport {
  /** Something to see on one line; half a surrogate pair is no text. */
  private static final Pattern REASON =
      Pattern.compile(
          "(?=.*[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{1,500}");

  @AggregateIdentifier private ExportId id;

  @SuppressWarnings("NullAway.Init") // known from the first event on
  LogExport() {}

  void export(ExportLog command) {
    if (!REASON.matcher(command.reason()).matches()) {
      throw Refusal.invalid("reason", "1 to 500 characters, no control characters");
    }
    if (id != null) {
      throw Refusal.conflict("already-exported", "The export is recorded already.");
    }
    apply(
        new LogExported(
            command.exportId(),
            command.part(),
            command.part().events(),
            command.reason(),
            command.at()));
  }

  @EventSourcingHandler
  void on(LogExported event) {
    id = event.exportId();
  }
}
