package health.vigil.cli.keys;

import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.Group;
import health.vigil.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of who keeps the keys. */
public final class Keys {

  private Keys() {}

  @Command(name = "keys", header = "Keep the keys of personal data.")
  private static final class KeyVerbs extends Group {}

  public static CommandLine verbs(Terminal terminal, Surroundings surroundings) {
    return new CommandLine(new KeyVerbs())
        .addSubcommand(new BackUpKeys(terminal, surroundings))
        .addSubcommand(new RestoreKeys(terminal, surroundings))
        .addSubcommand(new RewrapKeys(terminal, surroundings));
  }
}
