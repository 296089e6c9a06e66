package health.vigil.cli;

import health.vigil.cli.audit.Audit;
import health.vigil.cli.derived.Derived;
import health.vigil.cli.keys.Keys;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.Group;
import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.token.MakeToken;
import health.vigil.cli.trace.Trace;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The verbs, and how each is refused when it was not understood or could not do its work. */
final class Verbs {

  private static final int WIDEST_HELP = 100;
  private static final int NARROWEST_HELP = 55;

  private Verbs() {}

  @Command(name = "./vigil", header = "Ask a Vigil, or its log.", synopsisSubcommandLabel = "VERB")
  private static final class Vigil extends Group {}

  static CommandLine of(Terminal terminal, Surroundings surroundings) {
    return prepared(
        new CommandLine(new Vigil())
            .addSubcommand(Audit.verbs(terminal, surroundings))
            .addSubcommand(Derived.projections(terminal, surroundings))
            .addSubcommand(Derived.snapshots(terminal, surroundings))
            .addSubcommand(Keys.verbs(terminal, surroundings))
            .addSubcommand(new Trace(terminal, surroundings))
            .addSubcommand(new MakeToken(terminal, surroundings)),
        terminal);
  }

  private static CommandLine prepared(CommandLine verbs, Terminal terminal) {
    int width = terminal.columns().orElse(WIDEST_HELP);
    return verbs
        // A reason may begin with an @.
        .setExpandAtFiles(false)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(NARROWEST_HELP, width)))
        .setExecutionExceptionHandler((failure, verb, given) -> failed(failure, terminal))
        .setParameterExceptionHandler((wrong, arguments) -> refused(wrong, terminal));
  }

  private static int failed(Exception failure, Terminal terminal) {
    if (failure instanceof CouldNotLook) {
      terminal.complain(String.valueOf(failure.getMessage()));
    } else {
      terminal.complain("This should not happen, and nothing was found out: " + failure);
      failure.printStackTrace(terminal.err());
      terminal.err().flush();
    }
    return ExitCode.COULD_NOT_LOOK;
  }

  private static int refused(ParameterException wrong, Terminal terminal) {
    CommandSpec verb = wrong.getCommandLine().getCommandSpec();
    String suggestion =
        verb.subcommands().isEmpty()
            ? suggestion(wrong)
            : " The verbs are " + String.join(", ", verb.subcommands().keySet()) + ".";
    terminal.complain(
        "%s%s See %s --help."
            .formatted(
                sentence(String.valueOf(wrong.getMessage())), suggestion, verb.qualifiedName()));
    return ExitCode.WRONG_USE;
  }

  private static String suggestion(ParameterException wrong) {
    List<String> alike =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return alike.isEmpty() ? "" : " Did you mean " + String.join(" or ", alike) + "?";
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
