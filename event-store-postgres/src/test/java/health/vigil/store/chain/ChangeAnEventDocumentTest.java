package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.chain.ChainedLog.Fact;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the page, and finds its code in the sources. */
class ChangeAnEventDocumentTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = PROJECT.resolve("docs/how-to/change-an-event.md");
  private static final Pattern CODE = Pattern.compile("(?s)```java\\n(.*?)```");

  @TempDir Path standIns;

  private ChainedLog log;

  @BeforeEach
  void fill() throws SQLException, IOException {
    log = ChainedLog.of(3);
    log.append(List.of(raised("alert-1", "1", ""), raised("alert-2", "2", ",\"decisions\":\"1\"")));
    StandIns.write(standIns);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void everyCommandDoesWhatThePageSays() throws IOException, InterruptedException {
    List<Commands> page = Commands.read(PAGE);

    assertThat(page).hasSizeGreaterThan(3);
    for (Commands commands : page) {
      assertThat(run(commands.text())).as(commands.text()).isEqualTo(commands.output());
    }
  }

  @Test
  void theCodeIsThatOfTheSources() throws IOException {
    List<String> shown =
        CODE.matcher(Files.readString(PAGE)).results().map(code -> code.group(1)).toList();
    String sources = sources("alerting") + sources("monitoring-app");

    assertThat(shown).hasSize(3).allSatisfy(code -> assertThat(sources).contains(code));
  }

  @Test
  void theTestsThatAreNamedAreThere() throws IOException {
    List<String> named =
        Pattern.compile("`(\\w+Test)`")
            .matcher(Files.readString(PAGE))
            .results()
            .map(name -> name.group(1))
            .distinct()
            .toList();

    assertThat(named).hasSize(3).allSatisfy(name -> assertThat(testClass(name)).isPresent());
  }

  private String run(String commands) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-eu", "-c", commands)
            .directory(PROJECT.toFile())
            .redirectErrorStream(true);
    shell.environment().putAll(environment());
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s%s", commands, output).isZero();
    return output;
  }

  private Map<String, String> environment() {
    URI address = URI.create(log.url().substring("jdbc:".length()));
    return Map.of(
        "PATH", System.getenv("PATH") + File.pathSeparator + standIns,
        "STAND_IN_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "STAND_IN_CLASS_PATH", System.getProperty("java.class.path"),
        "PGHOST", address.getHost(),
        "PGPORT", String.valueOf(address.getPort()),
        "PGDATABASE", address.getPath().substring(1),
        "PGUSER", log.reader().user(),
        "PGPASSWORD", log.reader().password());
  }

  private static Fact raised(String alert, String revision, String more) {
    return new Fact(
        "raising-of-" + alert,
        alert,
        0,
        "Alert",
        "AlertRaised",
        revision,
        "2026-11-23T13:06:00.000000Z",
        "{\"alertId\":\"" + alert + "\"" + more + "}",
        "{}");
  }

  private static String sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static Optional<Path> testClass(String name) throws IOException {
    for (String module : List.of("alerting", "monitoring-domain", "monitoring-app")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        var found = files.filter(path -> path.endsWith(name + ".java")).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
