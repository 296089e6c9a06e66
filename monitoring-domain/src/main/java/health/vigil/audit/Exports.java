package health.vigil.audit;

import health.vigil.audit.LogExportCommand.ExportLog;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Notes exports. */
final class Exports {
  @CommandHandler
  void handle(ExportLog command, Repository<LogExport> exports) throws Exception {
    exports
        .loadOrCreate(command.exportId().value(), LogExport::new)
        .execute(export -> export.export(command));
  }
}
