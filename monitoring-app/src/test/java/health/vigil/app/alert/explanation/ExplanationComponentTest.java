package health.vigil.app.alert.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplanationComponentTest extends ComponentTestBase {
  private final String ward = api.newWard();

  @Test
  void anAlertIsExplainedByTheSetThatRaisedIt() {
    String patient = api.admittedPatient(ward, "1");
    JsonPath set = api.observe(patient, Api.deterioration());
    String alert = theAlert();

    JsonPath explanation = explain(alert);

    assertThat(explanation.getString("summary"))
        .startsWith("High priority in ward " + ward + ", bed 1, raised on ")
        .endsWith(": a set that scores 9 by NEWS2: HIGH (7 or more).");
    assertThat(explanation.<String>getList("steps[0].grounds.statements.text"))
        .contains(
            "Respiration rate 28 /min scores 3 (25 or more).",
            "Oxygen saturation 90 % scores 3 on scale 1 (91 or less).",
            "Pulse 135 /min scores 3 (131 or more).");
    assertThat(explanation.<String>getList("steps[0].grounds.events.type"))
        .containsExactly("VitalSignsRecorded", "BreachBegan", "AlertRaised");
    assertThat(explanation.getLong("steps[0].grounds.set.position"))
        .isEqualTo(explanation.getLong("steps[0].grounds.events[0].position"));
    assertThat(explanation.getString("steps[0].grounds.set.observationId"))
        .isEqualTo(set.getString("observationId"));
    assertThat(explanation.getMap("versions"))
        .isEqualTo(Map.of("table", "NEWS2 2017", "scoreDecisions", "1", "alertDecisions", "1"));
    assertThat(explanation.getMap("steps[0].grounds.knownNow")).isNull();
    assertTellsNobody(explanation, patient);
  }

  @Test
  void whatIsKnownNowStandsApartFromWhatWasKnownThen() {
    String patient = api.admittedPatient(ward, "1");
    JsonPath set = api.observe(patient, Api.deterioration());
    String alert = theAlert();
    Map<String, Object> right = Api.wellSet();
    right.put("reason", "read off the wrong monitor");
    api.post(
        "/patients/" + patient + "/observations/" + set.getString("observationId") + "/correction",
        right,
        200);

    JsonPath explanation = explain(alert);

    assertThat(explanation.getInt("steps[0].grounds.set.score.total")).isEqualTo(9);
    assertThat(explanation.getInt("steps[0].grounds.knownNow.set.score.total")).isZero();
    assertThat(explanation.getBoolean("steps[0].grounds.knownNow.wouldHaveFired")).isFalse();
    assertThat(explanation.getString("steps[0].grounds.knownNow.statements[1].text"))
        .contains("Known now: respiration rate 16 /min (then 28 /min); ");
    assertThat(explanation.prettify()).doesNotContain("wrong monitor");
    eventually(
        () ->
            assertThat(explain(alert).<String>getList("steps.text"))
                .last()
                .asString()
                .isEqualTo("Over: the data that it rested on was corrected or retracted."));
  }

  @Test
  void silenceIsExplainedByWhatWasDueAndByWhatCameTooLate() {
    String patient = api.registerPatient();
    Map<String, String> admission =
        Map.of("ward", ward, "bed", "1", "admittedAt", minutesAgo(120).toString());
    api.post("/patients/" + patient + "/admission", admission, 200);
    Instant last = minutesAgo(50);
    Map<String, Object> worse = new LinkedHashMap<>(Api.deterioration());
    worse.put("measuredAt", last.toString());
    api.observe(patient, worse);
    eventually(() -> assertThat(overdue()).hasSize(1));
    String alert = overdue().get(0);
    api.observe(patient, Map.of("measuredAt", last.plus(Duration.ofMinutes(34)).toString()));

    JsonPath explanation = explain(alert);

    assertThat(explanation.getString("summary")).endsWith(" had not come.");
    JsonPath grounds = explanation.setRootPath("steps[0].grounds");
    assertThat(Instant.parse(grounds.getString("due")))
        .isEqualTo(last.plus(Duration.ofMinutes(30)));
    assertThat(Instant.parse(grounds.getString("overdueFrom")))
        .isEqualTo(last.plus(Duration.ofMinutes(35)));
    assertThat(grounds.<String>getList("events.type"))
        .containsExactly("VitalSignsRecorded", "AlertRaised");
    assertThat(grounds.getBoolean("knownNow.wouldHaveFired")).isFalse();
    assertTellsNobody(explain(alert), patient);
  }

  @Test
  void anAlertThatNeverWasIsNotExplained() {
    Response refused = api.given().get("/alerts/alert-" + UUID.randomUUID() + "/explanation");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.jsonPath().getString("type")).endsWith("alert-not-found");
  }

  private static void assertTellsNobody(JsonPath explanation, String patient) {
    assertThat(explanation.getString("patientId")).isEqualTo(patient);
    assertThat(explanation.prettify()).doesNotContain("Meadows", "Iris", "1950-05-17");
  }

  private JsonPath explain(String alert) {
    return api.get("/alerts/" + alert + "/explanation");
  }

  private String theAlert() {
    eventually(() -> assertThat(inbox()).hasSize(1));
    return inbox().get(0);
  }

  private List<String> overdue() {
    return api.get("/alerts?ward=" + ward)
        .getList("items.findAll { it.rule == 'OBSERVATION_OVERDUE' }.alertId");
  }

  private List<String> inbox() {
    return api.get("/alerts?ward=" + ward).getList("items.alertId");
  }

  private static Instant minutesAgo(long minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MILLIS);
  }
}
