package health.vigil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The Java half of the verbs of {@code ./vigil} that ask. */
public final class Main {

  private Main() {}

  /**
   * The arguments are the verb and its options. The project's folder is the system property {@code
   * vigil.home}; {@code vigil.columns} is the width of the terminal on standard error, if it is
   * one.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    Terminal terminal = new Terminal(writer(System.out), writer(System.err), columns());
    Path home = Path.of(System.getProperty("vigil.home", ".")).toAbsolutePath().normalize();
    System.exit(Verbs.of(terminal, new Surroundings(home, System.getenv())).execute(arguments));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), false);
  }

  private static OptionalInt columns() {
    String columns = System.getProperty("vigil.columns", "");
    return columns.matches("[1-9]\\d{0,4}")
        ? OptionalInt.of(Integer.parseInt(columns))
        : OptionalInt.empty();
  }
}
