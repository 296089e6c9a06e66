package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code vigil keys} of the packaged command line, on a database and beside a ledger. */
final class KeyVerbs {
  private static final Path COMMAND =
      Path.of("..", "command-line", "target", "vigil-command.jar").toAbsolutePath().normalize();

  private final LocalPostgres database;
  private final Path folder;
  private final Path serverSecret;
  private final Path ledger;

  /**
   * @param folder in which it works
   * @param ledger the folder of the ledger of erasures
   */
  KeyVerbs(LocalPostgres database, Path folder, Path serverSecret, Path ledger) {
    this.database = database;
    this.folder = folder;
    this.serverSecret = serverSecret;
    this.ledger = ledger;
  }

  /** What it wrote, once it has ended well. */
  String run(String... arguments) throws IOException, InterruptedException {
    return run(true, arguments);
  }

  /** What it wrote, once it has refused. */
  String refused(String... arguments) throws IOException, InterruptedException {
    return run(false, arguments);
  }

  private String run(boolean well, String... arguments) throws IOException, InterruptedException {
    Process process = builder(arguments).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor() == 0).as(output).isEqualTo(well);
    return output;
  }

  private ProcessBuilder builder(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-jar"));
    command.addAll(List.of(COMMAND.toString(), "keys"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("VIGIL_DATABASE_URL", database.url());
    environment.put("VIGIL_DATABASE_USER", database.serving().user());
    environment.put("VIGIL_DATABASE_PASSWORD", database.serving().password());
    environment.put("VIGIL_MRN_KEY_FILE", serverSecret.toString());
    environment.put("VIGIL_ERASURE_LEDGER_FOLDER", ledger.toString());
    return builder;
  }
}
