package health.vigil.cli.terminal;

import picocli.CommandLine.Option;

/** Verbs that belong together; by itself it does nothing but list them. */
public abstract class Group {

  /** Read by picocli. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  private boolean help;
}
