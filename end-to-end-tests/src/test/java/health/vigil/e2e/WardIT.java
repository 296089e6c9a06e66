package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * All scenarios of the ward simulator against the packaged application, hours in a minute. The
 * simulator compares each score and the alerts with what the scenario states; here it is looked at
 * what a ward would see. Mostly that is waiting, so other tests run meanwhile.
 */
@Execution(ExecutionMode.CONCURRENT)
class WardIT {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Map<String, String> SETTINGS =
      Map.of("vigil.axon.deadlines.polling-interval", "0.5s");

  /** However slow the machine is: what is late is still judged by when it was measured. */
  private static final String KEEP_ALL = "100000";

  @TempDir private static Path folder;
  private static Workplace workplace;
  private static Vigil vigil;
  private static Simulator ward;
  private static Simulator lost;
  private static Simulator continuous;

  @BeforeAll
  static void openTheWards() throws IOException, InterruptedException {
    workplace = Workplace.in(folder);
    vigil = workplace.start(SETTINGS);
    ward = ward(vigil);
    lost = lostDevice(vigil);
    continuous = continuousDevices(vigil);
  }

  @AfterAll
  static void closeTheWards() {
    Stream.<AutoCloseable>of(continuous, lost, ward, vigil, workplace)
        .filter(Objects::nonNull)
        .forEach(
            opened ->
                assertThatCode(opened::close).as("closing %s", opened).doesNotThrowAnyException());
  }

  @Test
  void everyScenarioTakesTheCourseThatItStates() throws IOException, InterruptedException {
    endsAsExpected(ward);
    Http http = vigil.http();
    assertThat(alerts(http, "C"))
        .containsExactlyInAnyOrder(
            "02 NEWS2 LATCHED",
            "03 NEWS2 OFF CLEARED",
            "04 NEWS2 LATCHED",
            "05 NEWS2 LATCHED",
            "06 NEWS2 LATCHED",
            "07 NEWS2 LATCHED",
            "08 NEWS2 OFF RETRACTED");
    Map<String, JsonNode> board = board(http, "C");
    assertThat(board).hasSize(8);
    assertThat(board.values())
        .allSatisfy(row -> assertThat(row.at("/score/band").asText()).isEqualTo("LOW"));
    assertThat(row(board, "04").path("spo2Scale").asInt()).isEqualTo(2);
    assertThatTheMisfiledSetsAreWhereTheyBelong(
        http,
        row(board, "07").path("patientId").asText(),
        row(board, "08").path("patientId").asText());
  }

  @Test
  void aDeviceThatFallsSilentIsNoticed() throws IOException, InterruptedException {
    endsAsExpected(lost);
    Http http = vigil.http();
    assertThat(alerts(http, "L")).containsExactly("01 OBSERVATION_OVERDUE ON");
    assertThat(row(board(http, "L"), "01").path("overdue").asBoolean()).isTrue();
  }

  @Test
  void continuousDevicesLeaveTheCourseAsItIs() throws IOException, InterruptedException {
    endsAsExpected(continuous);
    assertThat(continuous.output()).containsPattern("stopped: recorded \\d+, merged [1-9]");
    Http http = vigil.http();
    assertThat(alerts(http, "K")).containsExactlyInAnyOrder("01 NEWS2 LATCHED", "02 NEWS2 LATCHED");
  }

  private static void endsAsExpected(Simulator simulator) throws IOException, InterruptedException {
    int exitCode = simulator.exitCode(PATIENCE);
    assertThat(exitCode).as(simulator.output()).isZero();
    assertThat(simulator.output()).contains("refused 0", "given up 0");
  }

  private static Simulator ward(Vigil vigil) throws IOException {
    List<String> options =
        new ArrayList<>(List.of("--check", "--ward", "C", "--beds", "8", "--seed", "11"));
    for (String scenario :
        List.of(
            "stable",
            "sepsis",
            "opioid-respiratory-depression",
            "copd-on-scale-2",
            "bleeding",
            "delirium",
            "wrong-patient",
            "stable")) {
      options.addAll(List.of("--scenario", scenario));
    }
    options.addAll(List.of("--speed", "600", "--interval", "PT0.5S", "--keep", KEEP_ALL));
    return Simulator.start(vigil, folder, "ward", options.toArray(String[]::new));
  }

  /** Sent nearly five minutes late: so the silence is overdue a minute after the last set. */
  private static Simulator lostDevice(Vigil vigil) throws IOException {
    return Simulator.start(
        vigil,
        folder,
        "lost",
        "--check",
        "--ward",
        "L",
        "--beds",
        "1",
        "--scenario",
        "lost-device",
        "--speed",
        "500",
        "--interval",
        "PT0.6S",
        "--delay",
        "PT4M58S",
        "--keep",
        KEEP_ALL);
  }

  /** A reading every four minutes of the patient, for a second counts ten minutes. */
  private static Simulator continuousDevices(Vigil vigil) throws IOException {
    return Simulator.start(
        vigil,
        folder,
        "continuous",
        "--check",
        "--ward",
        "K",
        "--beds",
        "3",
        "--scenario",
        "delirium",
        "--scenario",
        "sepsis",
        "--scenario",
        "stable",
        "--continuous",
        "1",
        "--speed",
        "600",
        "--interval",
        "PT1.2S",
        "--reading-every",
        "PT0.4S",
        "--keep",
        KEEP_ALL);
  }

  /** Bed, rule, presence and, once it is over, why. */
  private static List<String> alerts(Http http, String ward)
      throws IOException, InterruptedException {
    List<String> alerts = new ArrayList<>();
    for (JsonNode alert : http.get("/alerts?ward=" + ward).expect(200).body().path("items")) {
      boolean over = alert.path("presence").asText().equals("OFF");
      alerts.add(
          String.join(
                  " ",
                  alert.path("bed").asText(),
                  alert.path("rule").asText(),
                  alert.path("presence").asText(),
                  over ? alert.path("endReason").asText() : "")
              .strip());
    }
    return alerts;
  }

  private static Map<String, JsonNode> board(Http http, String ward)
      throws IOException, InterruptedException {
    Map<String, JsonNode> rows = new HashMap<>();
    for (JsonNode row : http.get("/wards/" + ward + "/board").expect(200).body().path("rows")) {
      rows.put(row.path("bed").asText(), row.path("patient"));
    }
    return rows;
  }

  private static JsonNode row(Map<String, JsonNode> board, String bed) {
    return Objects.requireNonNull(board.get(bed), "bed " + bed);
  }

  private static void assertThatTheMisfiledSetsAreWhereTheyBelong(
      Http http, String patient, String neighbour) throws IOException, InterruptedException {
    int moved = 0;
    Set<String> sentAtThePatient = sentAt("simulator-C-07");
    for (JsonNode set : observations(http, neighbour)) {
      boolean ofPatient = sentAtThePatient.contains(set.path("observationId").asText());
      assertThat(set.path("standing").asText().equals("RETRACTED")).isEqualTo(ofPatient);
      if (ofPatient) {
        assertThat(set.path("movedTo").asText()).isEqualTo(patient);
        moved++;
      }
    }
    assertThat(moved).isPositive();
    assertThat(observations(http, patient))
        .hasSizeGreaterThan(moved)
        .extracting(set -> set.path("device").asText())
        .containsOnly("simulator-C-07", "simulator-C-08");
  }

  /** The sets that were sent at this bed, whoever's device it was and whoever they were for. */
  private static Set<String> sentAt(String bed) {
    return workplace.log().of("VitalSignsRecorded").stream()
        .filter(set -> set.text("messageId").startsWith(bed + ":"))
        .map(set -> set.text("observationId"))
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> observations(Http http, String patient)
      throws IOException, InterruptedException {
    List<JsonNode> sets = new ArrayList<>();
    http.get("/patients/" + patient + "/observations?limit=500")
        .expect(200)
        .body()
        .path("items")
        .forEach(sets::add);
    return sets;
  }
}
