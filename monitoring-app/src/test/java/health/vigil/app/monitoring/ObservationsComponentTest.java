package health.vigil.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObservationsComponentTest extends ComponentTestBase {
  @Test
  void a_set_is_answered_with_its_score_and_when_the_next_is_due() {
    JsonPath answer = api.observe(api.admittedPatient(api.newWard(), "1"), Map.of());

    assertThat(answer.getString("score.system")).isEqualTo("NEWS2");
    assertThat(answer.getInt("score.total")).isZero();
    assertThat(answer.getString("score.band")).isEqualTo("LOW");
    assertThat(answer.getMap("score.parameters"))
        .containsOnlyKeys(
            "respirationRate",
            "oxygenSaturation",
            "supplementalOxygen",
            "systolicBloodPressure",
            "pulse",
            "consciousness",
            "temperature");
    assertThat(answer.getString("nextObservationDue")).isNotBlank();
    assertThat(answer.getLong("position")).isPositive();
  }

  @Test
  void an_incomplete_set_has_no_total_but_says_what_is_missing_and_what_is_certain() {
    Map<String, Object> incomplete = new HashMap<>(Api.deterioration());
    incomplete.put("temperature", null);
    JsonPath answer = api.observe(api.admittedPatient(api.newWard(), "1"), incomplete);

    assertThat(answer.getBoolean("score.complete")).isFalse();
    assertThat(answer.<Object>get("score.total")).isNull();
    assertThat(answer.getList("score.missing")).isEqualTo(java.util.List.of("temperature"));
    assertThat(answer.getString("score.atLeast")).isEqualTo("HIGH");
  }

  @Test
  void a_set_outside_a_stay_is_charted_and_not_scored() {
    JsonPath answer = api.observe(api.registerPatient(), Map.of());

    assertThat(answer.getString("notScored")).isEqualTo("OUTSIDE_STAY");
    assertThat(answer.<Object>get("score")).isNull();
  }

  @Test
  void a_set_is_refused_with_every_field_that_is_not_acceptable() {
    Map<String, Object> set = Api.wellSet();
    set.put("pulse", 500);
    set.put("temperature", new BigDecimal("1e-999999"));
    set.put("notMeasured", Map.of("mood", "REFUSED"));
    set.remove("measuredAt");
    JsonPath problem = api.post("/patients/" + api.registerPatient() + "/observations", set, 422);

    assertThat(problem.getList("errors.field"))
        .containsExactlyInAnyOrder("pulse", "temperature", "notMeasured", "measuredAt");
  }

  @Test
  void values_are_kept_as_they_were_sent() {
    String patient = api.admittedPatient(api.newWard(), "1");
    long position =
        api.observe(patient, Map.of("temperature", new BigDecimal("36.0999984")))
            .getLong("position");

    String text =
        api.given()
            .get("/patients/{id}/observations?minPosition={position}", patient, position)
            .asString();
    assertThat(text).contains("\"temperature\":36.0999984").contains("\"pulse\":72,");
  }

  @Test
  void a_corrected_set_shows_what_it_replaced() {
    String patient = api.admittedPatient(api.newWard(), "1");
    String observation = api.observe(patient, Api.deterioration()).getString("observationId");
    Map<String, Object> correction = Api.wellSet();
    correction.put("reason", "typing error");

    JsonPath corrected =
        api.post(
            "/patients/" + patient + "/observations/" + observation + "/correction",
            correction,
            200);
    assertThat(corrected.getInt("score.total")).isZero();
    JsonPath sets =
        api.get(
            "/patients/" + patient + "/observations?minPosition=" + corrected.getLong("position"));
    assertThat(sets.getString("items[0].standing")).isEqualTo("CORRECTED");
    assertThat(sets.getString("items[0].earlier[0].score.band")).isEqualTo("HIGH");
  }

  @Test
  void a_retracted_set_moves_to_the_right_patient() {
    String ward = api.newWard();
    String wrong = api.admittedPatient(ward, "1");
    String right = api.admittedPatient(ward, "2");
    String observation = api.observe(wrong, Map.of()).getString("observationId");

    JsonPath retracted =
        api.post(
            "/patients/" + wrong + "/observations/" + observation + "/retraction",
            Map.of("reason", "wrong patient", "movedTo", right),
            200);
    String movedAs = retracted.getString("movedAs");
    JsonPath sets =
        api.get(
            "/patients/" + right + "/observations?minPosition=" + retracted.getLong("position"));
    assertThat(sets.getString("items[0].observationId")).isEqualTo(movedAs);
    api.post(
        "/patients/" + right + "/observations/" + movedAs + "/retraction",
        Map.of("reason", "wrong patient too"),
        200);
  }

  @Test
  void a_set_can_be_retracted_once() {
    String patient = api.admittedPatient(api.newWard(), "1");
    String observation = api.observe(patient, Map.of()).getString("observationId");
    String path = "/patients/" + patient + "/observations/" + observation + "/retraction";
    api.post(path, Map.of("reason", "wrong"), 200);

    JsonPath problem = api.post(path, Map.of("reason", "wrong again"), 409);
    assertThat(problem.getString("type")).isEqualTo("/problems/already-retracted");
  }

  @Test
  void another_patients_set_is_not_found() {
    String ward = api.newWard();
    String observation =
        api.observe(api.admittedPatient(ward, "1"), Map.of()).getString("observationId");

    JsonPath problem =
        api.post(
            "/patients/"
                + api.admittedPatient(ward, "2")
                + "/observations/"
                + observation
                + "/retraction",
            Map.of("reason", "mistake"),
            404);
    assertThat(problem.getString("type")).isEqualTo("/problems/observation-not-found");
  }

  @Test
  void a_chart_shows_series_and_scores() {
    String patient = api.admittedPatient(api.newWard(), "1");
    long position = api.observe(patient, Api.deterioration()).getLong("position");

    JsonPath chart = api.get("/patients/" + patient + "/chart?minPosition=" + position);
    assertThat(chart.getInt("series.pulse[0].value")).isEqualTo(135);
    assertThat(chart.getString("scores[0].score.band")).isEqualTo("HIGH");
  }
}
