package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program from its options to how it ends, with files that are there already. */
class SyntheaFeedTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(FakeVigil vigil, String... more) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("--url", vigil.url().toString(), "--patience", "PT0S"));
    words.addAll(List.of(more));
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new SyntheaFeed(FeedOptions.of(words.toArray(String[]::new)), "a-token", out).run();
  }

  @Test
  void endsWellWhenEverythingIsAccountedFor() throws IOException, InterruptedException {
    SyntheaFiles.write(folder, "p1.json", SyntheaFiles.bundle("p1", SyntheaFiles.HEART_RATE));
    Path report = folder.resolve("report.txt");
    try (FakeVigil vigil = new FakeVigil()) {
      int end = run(vigil, "--from", folder.toString(), "--report", report.toString());

      assertThat(end).isZero();
      JsonNode account = Json.MAPPER.readTree(Files.readAllBytes(report));
      assertThat(account.at("/vitalSigns/recorded").asLong()).isEqualTo(1);
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("Every vital sign is accounted for.")
          .doesNotContain("Muster7");
    }
  }

  @Test
  void endsBadlyWhenItHadToStop() throws IOException, InterruptedException {
    SyntheaFiles.write(folder, "p1.json", SyntheaFiles.bundle("p1", SyntheaFiles.HEART_RATE));
    try (FakeVigil vigil = new FakeVigil()) {
      vigil.fail(FakeVigil.Failure.overloaded(1));

      assertThat(run(vigil, "--from", folder.toString())).isEqualTo(1);
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("Stopped: Vigil answers 503", "unaccounted for 1", "NOT every vital sign");
    }
  }

  @Test
  void endsBadlyWhenTooFewAreRecorded() throws IOException, InterruptedException {
    SyntheaFiles.write(folder, "p1.json", SyntheaFiles.bundle("p1", SyntheaFiles.TEMPERATURE));
    try (FakeVigil vigil = new FakeVigil()) {
      vigil.fail(FakeVigil.Failure.status(422));

      assertThat(run(vigil, "--from", folder.toString())).isEqualTo(1);
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("LESS than 95 percent");
    }
  }

  @Test
  void showsItsTokenAndStopsWhenThatIsNotAccepted() throws IOException, InterruptedException {
    SyntheaFiles.write(folder, "p1.json", SyntheaFiles.bundle("p1", SyntheaFiles.HEART_RATE));
    try (FakeVigil vigil = new FakeVigil()) {
      vigil.fail(FakeVigil.Failure.status(401));

      assertThat(run(vigil, "--from", folder.toString())).isEqualTo(1);
      assertThat(vigil.shown()).containsOnly("Bearer a-token");
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("Stopped: Vigil does not accept the token: VIGIL_TOKEN");
    }
  }

  @Test
  void saysThatVigilIsNotThere() throws IOException {
    FakeVigil gone = new FakeVigil();
    gone.close();

    assertThatThrownBy(() -> run(gone))
        .isInstanceOf(GaveUp.class)
        .hasMessageContaining("is Vigil running?");
  }

  @Test
  void saysThatSyntheaIsNotThere() throws IOException {
    Path missing = folder.resolve("synthea.classpath");
    try (FakeVigil vigil = new FakeVigil()) {
      assertThatThrownBy(() -> run(vigil, "--class-path", missing.toString()))
          .hasMessageContaining("Synthea's class path is not there");
      Files.writeString(missing, folder.resolve("a.jar") + ":" + folder.resolve("b.jar"));
      assertThatThrownBy(() -> run(vigil, "--class-path", missing.toString()))
          .hasMessageContaining("2 of Synthea's jars are gone");
    }
  }

  @Test
  void saysThatThereIsNoPatient() throws IOException {
    try (FakeVigil vigil = new FakeVigil()) {
      assertThatThrownBy(() -> run(vigil, "--from", folder.toString()))
          .hasMessage("there is no patient in the files");
    }
  }
}
