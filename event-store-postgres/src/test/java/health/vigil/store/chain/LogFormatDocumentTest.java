package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.export.ExportFolder;
import health.vigil.store.export.ExportManifest;
import health.vigil.store.export.Exported;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the page in its order, against a real log, and compares what it writes with
 * what the page says.
 */
class LogFormatDocumentTest {

  private static final Path PAGE =
      Path.of("..", "docs", "reference", "log-format.md").toAbsolutePath();

  @TempDir Path folder;
  @TempDir Path standIns;

  private ChainedLog log;

  @BeforeEach
  void fill() throws SQLException, IOException {
    log = ChainedLog.of(30);
    StandIns.write(standIns);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everyCommandDoesWhatThePageSays() throws IOException, InterruptedException, SQLException {
    runAll(System.getenv("PATH") + File.pathSeparator + standIns);
  }

  @Test
  void everyCommandDoesSoWhereJqAndPsqlAreMissing()
      throws IOException, InterruptedException, SQLException {
    runAll(standIns + File.pathSeparator + System.getenv("PATH"));
  }

  private void runAll(String path) throws IOException, InterruptedException, SQLException {
    List<Commands> page = Commands.read(PAGE);
    assertThat(page).hasSizeGreaterThan(10);
    for (Commands commands : page) {
      String output = run(commands.text(), path);

      if (!commands.output().isEmpty()) {
        assertThat(output).as(commands.text()).isEqualTo(commands.output());
      }
      if (commands.text().contains("openssl genpkey")) {
        signTheLog();
        exportAPartOfIt();
      }
    }
    assertThatTheIdentifierIsThatOfTheFile(path);
  }

  private void signTheLog() throws IOException, InterruptedException {
    SigningKey key = SigningKey.read(folder.resolve("checkpoints.pem"));
    CheckpointFile file = CheckpointFile.in(folder, key.verifyingKey());
    assertThat(
            new CheckpointSigner(log.dataSource(), key, file, Clock.systemUTC(), Optional.empty())
                .attempt()
                .isNew())
        .isTrue();
  }

  /** Lines for what psql wrote of it are the same, byte for byte. */
  private void exportAPartOfIt() throws IOException, SQLException {
    SigningKey key = SigningKey.read(folder.resolve("checkpoints.pem"));
    Exported.of(log, 11, 20, key).writeTo(folder.resolve("audit"));
    Files.copy(PAGE.resolveSibling("verify_export.py"), folder.resolve("verify_export.py"));
    assertThat(Files.readAllLines(folder.resolve("audit").resolve(ExportFolder.EVENTS)))
        .isEqualTo(Files.readAllLines(folder.resolve("export.ndjson")).subList(10, 20));
  }

  private void assertThatTheIdentifierIsThatOfTheFile(String path)
      throws IOException, InterruptedException {
    String command =
        Commands.read(PAGE).stream()
            .map(Commands::text)
            .filter(text -> text.contains("-outform DER"))
            .findFirst()
            .orElseThrow();
    String identifier = run(command, path).strip();

    assertThat(identifier).isEqualTo(VerifyingKey.read(folder.resolve("checkpoints.pub")).id());
    assertThat(folder.resolve("checkpoints-" + identifier + ".ndjson")).exists();
  }

  private String run(String commands, String path) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("commands.sh"), commands);
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-eu", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell.environment().putAll(environment(path));
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s%s", commands, output).isZero();
    return output;
  }

  private Map<String, String> environment(String path) {
    URI address = URI.create(log.url().substring("jdbc:".length()));
    return Map.of(
        "PATH", path,
        "STAND_IN_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "STAND_IN_CLASS_PATH", System.getProperty("java.class.path"),
        "PGHOST", address.getHost(),
        "PGPORT", String.valueOf(address.getPort()),
        "PGDATABASE", address.getPath().substring(1),
        "PGUSER", log.reader().user(),
        "PGPASSWORD", log.reader().password());
  }

  @Test
  void theFormsOfWhatIsSignedAreAsShown() throws IOException {
    String page = Files.readString(PAGE);
    List<String> shown =
        Pattern.compile("(?s)```json\\n(.*?)```")
            .matcher(page)
            .results()
            .map(block -> block.group(1).replaceAll("\n ?", ""))
            .map(line -> line.replace("…", "A".repeat(86) + "=="))
            .toList();

    Checkpoint checkpoint = Checkpoint.parse(shown.get(0)).orElseThrow();
    ExportManifest manifest = ExportManifest.parse(shown.get(1)).orElseThrow();

    assertThat(shown).containsExactly(checkpoint.line(), manifest.line());
    assertThat(page)
        .contains("```\n" + checkpoint.text() + "```\n")
        .contains("```\n" + manifest.text() + "```\n");
  }
}
