package health.vigil.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What every verb that does something has in common. A verb answers an {@link ExitCode}, or throws
 * {@link CouldNotLook}.
 */
public abstract class Verb implements Callable<Integer> {

  protected final Terminal terminal;

  @Option(names = "--json", description = "Print the result as JSON, for programs.")
  private boolean json;

  /** Read by picocli. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  private boolean help;

  @Spec private @Nullable CommandSpec spec;

  protected Verb(Terminal terminal) {
    this.terminal = terminal;
  }

  protected final boolean isForPrograms() {
    return json;
  }

  /** Prints a result for programs: one line. */
  protected final void print(JsonNode result) {
    terminal.say(result.toString());
  }

  /** To be thrown when options do not go together. */
  protected final ParameterException wrongUse(String sentence) {
    if (spec == null) {
      throw new IllegalStateException("a verb is run by picocli");
    }
    return new ParameterException(spec.commandLine(), sentence);
  }
}
