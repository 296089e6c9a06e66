package health.vigil.cli.derived;

import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.Group;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of operators. */
public final class Derived {

  private Derived() {}

  @Command(name = "projections", header = "List the read models, rebuild them, verify them.")
  private static final class Projections extends Group {}

  @Command(name = "snapshots", header = "Verify the snapshots of aggregates.")
  private static final class Snapshots extends Group {}

  public static CommandLine projections(Terminal terminal, Surroundings surroundings) {
    return new CommandLine(new Projections())
        .addSubcommand(new ListProjections(terminal, surroundings))
        .addSubcommand(new RebuildProjection(terminal, surroundings))
        .addSubcommand(new VerifyProjections(terminal, surroundings));
  }

  public static CommandLine snapshots(Terminal terminal, Surroundings surroundings) {
    return new CommandLine(new Snapshots())
        .addSubcommand(new VerifySnapshots(terminal, surroundings));
  }
}
