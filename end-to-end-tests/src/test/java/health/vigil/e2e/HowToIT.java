package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.vigil.e2e.Page.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every command of the pages for auditors and operators as it is printed, against one Vigil
 * that was started as readers start it, and compares what comes of it with what the pages say.
 */
@Execution(ExecutionMode.CONCURRENT)
class HowToIT {
  private static final Path PAGES = Path.of("..", "docs", "how-to");
  private static final Duration SOON = Duration.ofSeconds(60);
  @TempDir private static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    served = Served.in(folder, Map.of("VIGIL_LOG_CHECKPOINTS_EVERY", "0.5s"));
    Http http = served.http();
    Patients patients = new Patients(http);
    String patient = patients.admit("A", "02");
    patients.observe(patient, Patients.well(Instant.now(), "well")).expect(201);
    patients.observe(patient, Patients.critical(Instant.now(), "critical")).expect(201);
    await("the alert").atMost(SOON).until(() -> hasAlert(http) && isSigned());
  }

  private static boolean hasAlert(Http http) throws IOException, InterruptedException {
    return http.get("/alerts?ward=A").body().toString().contains("alertId");
  }

  private static boolean isSigned() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/checkpoints"))) {
      return files.anyMatch(file -> file.toFile().length() > 0);
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (served != null) {
      assertThat(served.stop()).isZero();
      assertThat(folder.resolve("data/run/running.properties")).doesNotExist();
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.SAME_THREAD)
  @ValueSource(
      strings = {"audit-the-log.md", "rebuild-a-projection.md", "change-the-clinical-rules.md"})
  void everyCommandDoesWhatThePageSays(String page) throws IOException, InterruptedException {
    List<Step> steps = Page.read(PAGES.resolve(page)).steps();
    assertThat(steps).hasSizeGreaterThanOrEqualTo(2);

    Served.Output output = served.run(steps.stream().map(Step::commands).toList());

    for (int i = 0; i < output.parts().size(); i++) {
      Step step = steps.get(i);
      String part = output.parts().get(i);
      assertThat(step.fits(part))
          .as("%s%nwrote%n%s%nfor%n%s%s", step.commands(), part, step.shown(), output.errors())
          .isTrue();
    }
    assertThat(output.exitCode()).as(output.errors()).isZero();
    assertThat(output.parts()).hasSameSizeAs(steps);
  }
}
