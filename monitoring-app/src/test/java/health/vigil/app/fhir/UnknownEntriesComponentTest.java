package health.vigil.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import health.vigil.app.fhir.Fhir.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log takes nothing for a while. */
@QuarkusTest
class UnknownEntriesComponentTest extends ComponentTestBase {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void an_observation_of_which_nobody_knows_is_transient_and_recorded_once() throws SQLException {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> pulse = Fhir.pulse(Fhir.byId(patient), now, 72);
    Database.answerWhileNobodyKnows(() -> Fhir.post("/Observation", pulse))
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("resourceType", equalTo("OperationOutcome"))
        .body("issue[0].code", equalTo("transient"))
        .body("issue[0].diagnostics", containsString("(outcome-unknown)"));

    Fhir.post("/Observation", pulse).then().statusCode(201);
    Fhir.post("/Observation", pulse).then().statusCode(200);
    assertThat(historyOf(patient)).containsOnlyOnce("VitalSignsRecorded");
  }

  @Test
  void each_entry_of_a_batch_is_told_for_itself_and_none_waits_for_the_log_in_turn()
      throws SQLException {
    String first = api.admittedPatient(api.newWard(), "1");
    String second = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> known = Fhir.pulse(Fhir.byId(first), now.minusSeconds(900), 70);
    Fhir.batch(Fhir.create(known));
    List<Map<String, Object>> entries =
        List.of(
            Fhir.create(known),
            Fhir.create(Fhir.pulse(Fhir.byId(first), now, 72)),
            Fhir.create(Fhir.pulse(Fhir.byId(second), now, 73)));

    List<Answer> answers = Database.answerWhileNobodyKnows(() -> Fhir.entries("batch", entries));

    assertThat(answers.get(0).status()).startsWith("200");
    for (Answer refused : answers.subList(1, 3)) {
      assertThat(refused.status()).startsWith("503");
      assertThat(refused.outcome().getString("issue[0].code")).isEqualTo("transient");
      assertThat(refused.outcome().getString("issue[0].diagnostics"))
          .containsAnyOf("(outcome-unknown)", "(log-busy)");
    }
    assertThat(Fhir.entries("batch", entries))
        .extracting(answer -> answer.status().substring(0, 3))
        .containsExactly("200", "201", "201");
  }

  @Test
  void a_transaction_of_which_nobody_knows_is_recorded_once() throws SQLException {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> pulse = Fhir.create(Fhir.pulse(Fhir.byId(patient), now, 72));

    JsonPath refused = Database.answerWhileNobodyKnows(() -> Fhir.refusedTransaction(503, pulse));

    assertThat(refused.getString("issue[0].diagnostics")).contains("(outcome-unknown)");

    Fhir.transaction(pulse);
    Fhir.transaction(pulse);
    assertThat(historyOf(patient)).containsOnlyOnce("VitalSignsRecorded");
  }

  private List<String> historyOf(String patient) {
    return api.get("/patients/" + patient + "/history").getList("items.type");
  }
}
