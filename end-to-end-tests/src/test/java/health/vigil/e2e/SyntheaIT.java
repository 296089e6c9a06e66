package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Feeds what Synthea invents, twice, by the command that a user has. */
@Execution(ExecutionMode.CONCURRENT)
class SyntheaIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  @TempDir private static Path folder;

  @Test
  void everyVitalSignIsAccountedForOnceAndRaisesNoAlert() throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.in(folder);
        Vigil vigil = workplace.start(Map.of())) {
      int logged = vigil.log().length();
      Path made = folder.resolve("synthea");

      JsonNode first = feed(vigil, "--patients", "3", "--keep", made.toString());

      assertThat(first.path("complete").asBoolean()).isTrue();
      assertThat(first.at("/adults/codesThatVigilRecords/inFiles").asLong()).isGreaterThan(500);
      assertThat(first.at("/adults/codesThatVigilRecords/share").asDouble())
          .isGreaterThanOrEqualTo(0.95);
      assertInTheLog(first, workplace.log());
      assertNothingIsScoredAndNobodyAlarmed(workplace, vigil);
      long head = workplace.log().head();

      JsonNode second = feed(vigil, "--from", made.toString());

      assertThat(workplace.log().head()).isEqualTo(head);
      assertThat(second.path("complete").asBoolean()).isTrue();
      assertThat(second.at("/vitalSigns/recorded").asLong()).isZero();
      assertThat(second.at("/vitalSigns/recordedBefore"))
          .isEqualTo(first.at("/vitalSigns/recorded"));
      assertThat(vigil.log().substring(logged)).doesNotContain(personalData(made));
    }
  }

  /** Runs the feed to its end and answers its account. */
  private static JsonNode feed(Vigil vigil, String... what)
      throws IOException, InterruptedException {
    Path report = folder.resolve("report.json");
    Path output = folder.resolve("output.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                "../synthea-feed/target/synthea-feed.jar",
                "--class-path",
                "../synthea-feed/synthea/target/synthea.classpath",
                "--url",
                vigil.url().toString(),
                "--report",
                report.toString()));
    command.addAll(List.of(what));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("VIGIL_TOKEN", integration(vigil));
    Process feed = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(feed.waitFor()).as(Files.readString(output)).isZero();
    return Http.JSON.readTree(Files.readAllBytes(report));
  }

  private static String integration(Vigil vigil) {
    return DemoIssuer.in(vigil.issuer())
        .token(TokenRequest.of("synthea-feed").from("vigil-cli").as("integration"));
  }

  /** What the feed calls recorded is what the log holds: each message once. */
  private static void assertInTheLog(JsonNode account, TheLog log) {
    assertThat(log.of("PatientRegistered"))
        .hasSize(account.at("/patients/inFiles").asInt())
        .hasSize(account.at("/patients/recorded").asInt());
    assertThat(log.of("VitalSignsRecorded").size() + log.of("ObservationPartRecorded").size())
        .isEqualTo(account.at("/vitalSigns/recorded").asInt());
  }

  private static void assertNothingIsScoredAndNobodyAlarmed(Workplace workplace, Vigil vigil)
      throws IOException, InterruptedException {
    assertThat(workplace.log().of("VitalSignsRecorded"))
        .allSatisfy(set -> assertThat(set.payload().at("/assessment/score").isValueNode()).isTrue())
        .allSatisfy(
            set ->
                assertThat(set.payload().at("/assessment/timeliness").asText())
                    .isEqualTo("CHARTED_ONLY"));
    assertThat(workplace.log().count(e -> e.type().matches("Alert.*|Breach.*"))).isZero();
    long head = workplace.log().head();
    await().atMost(SOON).until(() -> workplace.readModels().caughtUp(head));
    assertThat(vigil.http().get("/alerts").expect(200).body().path("items")).isEmpty();
    assertThat(workplace.log().timers()).isZero();
    assertThat(workplace.readModels().parked()).isEmpty();
  }

  /** Names, record numbers and birth dates of the patients that Synthea made. */
  private static List<String> personalData(Path made) throws IOException {
    List<String> personal = new ArrayList<>();
    try (Stream<Path> files = Files.list(made.resolve("fhir"))) {
      for (Path file : files.toList()) {
        JsonNode patient = Http.JSON.readTree(file.toFile()).at("/entry/0/resource");
        personal.add(patient.at("/name/0/family").asText());
        patient.at("/name/0/given").forEach(given -> personal.add(given.asText()));
        personal.add(patient.path("id").asText());
        personal.add(patient.path("birthDate").asText());
      }
    }
    assertThat(personal).hasSizeGreaterThan(9).doesNotContain("");
    return personal;
  }
}
