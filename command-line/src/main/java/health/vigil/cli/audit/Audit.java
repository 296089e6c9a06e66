package health.vigil.cli.audit;

import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.Group;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of auditors. */
@Command(name = "audit", header = "Was anything in the log changed?")
public final class Audit extends Group {

  private Audit() {}

  public static CommandLine verbs(Terminal terminal, Surroundings surroundings) {
    return new CommandLine(new Audit())
        .addSubcommand(new VerifyLog(terminal, surroundings))
        .addSubcommand(new ExportLog(terminal, surroundings))
        .addSubcommand(new VerifyExport(terminal));
  }
}
