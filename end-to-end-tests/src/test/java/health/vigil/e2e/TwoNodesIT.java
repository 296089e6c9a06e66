package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: a key means the same on both, and after both have gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
  private static final int TIMES = 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Workplace workplace;
  private static Vigil one;
  private static Vigil other;
  private static final ExecutorService CLIENTS = Executors.newCachedThreadPool();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    workplace = Workplace.in(folder);
    one = workplace.start(Map.of());
    other = workplace.start(Map.of());
  }

  @AfterAll
  static void stop() {
    CLIENTS.shutdown();
    one.close();
    other.close();
    workplace.close();
  }

  @Test
  void aRequestThatComesToBothAtOnceIsRecordedOnceAndAnsweredAlike()
      throws InterruptedException, ExecutionException {
    for (int time = 0; time < TIMES; time++) {
      Map<String, String> patient = demographics("SAME-" + time);
      List<Answer> answers = toBoth("same-" + time, patient, patient);

      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
      assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
      assertThat(registered(answers.get(0))).isEqualTo(1);
    }
  }

  @Test
  void ofTwoRequestsUnderOneKeyThatComeAtOnceOneIsRecordedAndTheOtherRefused()
      throws InterruptedException, ExecutionException {
    for (int time = 0; time < TIMES; time++) {
      List<Answer> answers =
          toBoth("other-" + time, demographics("ONE-" + time), demographics("OTHER-" + time));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 422)
          .allSatisfy(answer -> assertThat(answer.text("type")).isEqualTo("/problems/key-reused"));
    }
  }

  @Test
  void aNodeThatWasNotThereWhenItHappenedKnowsItFromTheLog()
      throws IOException, InterruptedException {
    Map<String, String> patient = demographics("LATER");
    Answer first = one.http().post("/patients", "later", patient).expect(201);

    try (Vigil late = workplace.start(Map.of())) {
      Http http = late.http();
      assertThat(http.post("/patients", "later", patient).expect(201).body())
          .isEqualTo(first.body());
      assertThat(http.post("/patients", "later", demographics("ELSE")).expect(422).text("type"))
          .isEqualTo("/problems/key-reused");
    }
  }

  /** The last: from then on nodes start with the changed rule only. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aNodeThatWouldJudgeByOtherRulesStartsOnlyWhenSomebodyAnswersForThem()
      throws IOException, InterruptedException {
    Map<String, String> changed = Map.of("vigil.monitoring.interval-at-low", "3h");
    assertThatThrownBy(() -> workplace.start(changed))
        .hasMessageContaining("so nothing is started")
        .hasMessageContaining(
            "vigil.monitoring.interval-at-low (recorded: PT4H, configured: PT3H)");

    Map<String, String> answered = new HashMap<>(changed);
    answered.put("vigil.rules.changed-by", "chief-nurse-7");
    answered.put("vigil.rules.change-reason", "decided by the deterioration group");
    try (Vigil late = workplace.start(answered)) {
      JsonNode change =
          late.http().get("/operations/rules").expect(200).body().at("/history/items/0");
      assertThat(change.path("by").asText()).isEqualTo("chief-nurse-7");
      assertThat(change.path("reason").asText()).isEqualTo("decided by the deterioration group");
      assertThat(change.at("/changes/0/to").asText()).isEqualTo("PT3H");
      assertThat(one.http().get("/operations/rules").body().at("/differing/0").asText())
          .as("a node of before says by what it does not judge")
          .isEqualTo("vigil.monitoring.interval-at-low");
    }
  }

  private static List<Answer> toBoth(
      String key, Map<String, String> toOne, Map<String, String> toOther)
      throws InterruptedException, ExecutionException {
    List<Future<Answer>> sent = new ArrayList<>();
    sent.add(CLIENTS.submit(() -> one.http().post("/patients", key, toOne)));
    sent.add(CLIENTS.submit(() -> other.http().post("/patients", key, toOther)));
    return Stream.of(sent.get(0).get(), sent.get(1).get()).toList();
  }

  private static long registered(Answer answer) {
    return workplace
        .log()
        .count(
            entry ->
                entry.type().equals("PatientRegistered")
                    && entry.text("patientId").equals(answer.text("patientId")));
  }

  private static Map<String, String> demographics(String mrn) {
    return Map.of(
        "mrn", mrn,
        "familyName", "Muster",
        "givenName", "Bett",
        "birthDate", "1950-01-01",
        "sex", "UNKNOWN");
  }
}
