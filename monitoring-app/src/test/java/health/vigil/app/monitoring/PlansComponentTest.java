package health.vigil.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlansComponentTest extends ComponentTestBase {
  private static final Map<String, Object> SCALE_2 =
      Map.of(
          "spo2Scale",
          2,
          "limits",
          Map.of("pulse", Map.of("low", 45, "high", 130)),
          "observationInterval",
          "PT2H",
          "reason",
          "confirmed hypercapnic respiratory failure");

  @Test
  void a_plan_is_changed_on_the_revision_that_was_read() {
    String patient = api.registerPatient();
    long admitted = api.admit(patient, api.newWard(), "1");
    String standard =
        api.given()
            .get("/patients/{id}/monitoring-plan?minPosition={p}", patient, admitted)
            .then()
            .statusCode(200)
            .body("spo2Scale", equalTo(1))
            .extract()
            .header("ETag");

    ValidatableResponse changed = put(patient, standard, SCALE_2).statusCode(200);
    assertThat(standard).isEqualTo("\"0\"");
    assertThat(changed.extract().header("ETag")).isEqualTo("\"1\"");
    long position = changed.extract().jsonPath().getLong("position");
    api.given()
        .get("/patients/{id}/monitoring-plan?minPosition={p}", patient, position)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("spo2Scale", equalTo(2))
        .body("limits.pulse.high", equalTo(130))
        .body("observationInterval", equalTo("PT2H"));
    assertThat(
            api.observe(patient, Map.of("oxygenSaturation", 90))
                .getInt("score.parameters.oxygenSaturation"))
        .isZero();
  }

  @Test
  void a_change_on_an_old_revision_is_refused() {
    String patient = api.admittedPatient(api.newWard(), "1");
    put(patient, "\"0\"", SCALE_2).statusCode(200);

    put(patient, "\"0\"", SCALE_2)
        .statusCode(412)
        .body("type", equalTo("/problems/stale-revision"))
        .body("revision", equalTo(1));
  }

  @Test
  void a_change_says_which_revision_was_edited() {
    String patient = api.admittedPatient(api.newWard(), "1");

    api.given()
        .body(SCALE_2)
        .put("/patients/{id}/monitoring-plan", patient)
        .then()
        .statusCode(428)
        .body("type", equalTo("/problems/precondition-required"));
    put(patient, "W/\"0\"", SCALE_2).statusCode(400);
  }

  @Test
  void scale_2_needs_a_reason() {
    String patient = api.admittedPatient(api.newWard(), "1");

    put(patient, "\"0\"", Map.of("spo2Scale", 2))
        .statusCode(422)
        .body("errors.field", equalTo(java.util.List.of("reason")));
    put(patient, "\"0\"", Map.of("spo2Scale", 3, "reason", "typo"))
        .statusCode(422)
        .body("errors[0].field", equalTo("spo2Scale"));
  }

  @Test
  void there_is_no_plan_outside_a_stay() {
    String patient = api.registerPatient();

    put(patient, "\"0\"", SCALE_2).statusCode(409).body("type", equalTo("/problems/not-admitted"));
    api.given().get("/patients/{id}/monitoring-plan", patient).then().statusCode(404);
  }

  @Test
  void a_patient_whose_scoring_is_off_is_not_scored() {
    String patient = api.admittedPatient(api.newWard(), "1");
    put(patient, "\"0\"", Map.of("spo2Scale", 1, "scoring", "OFF", "reason", "end of life"))
        .statusCode(200);

    assertThat(api.observe(patient, Api.deterioration()).getString("notScored"))
        .isEqualTo("SCORING_OFF");
  }

  private ValidatableResponse put(String patient, String revision, Map<String, ?> plan) {
    return api.given()
        .header("If-Match", revision)
        .body(plan)
        .put("/patients/{id}/monitoring-plan", patient)
        .then();
  }
}
