package health.vigil.app.ward;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardComponentTest extends ComponentTestBase {
  @Test
  void a_deteriorating_patient_shows_with_score_and_alert() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    api.admittedPatient(ward, "2");
    long position = api.observe(patient, Api.deterioration()).getLong("position");

    JsonPath board = api.get("/wards/" + ward + "/board?minPosition=" + position);
    assertThat(board.getLong("position")).isGreaterThanOrEqualTo(position);
    assertThat(board.getList("rows.bed")).isEqualTo(java.util.List.of("1", "2"));
    assertThat(board.getString("rows[0].patient.score.band")).isEqualTo("HIGH");
    eventually(
        () ->
            assertThat(
                    api.get("/wards/" + ward + "/board")
                        .getList("rows[0].patient.openAlerts.priority"))
                .isEqualTo(java.util.List.of("HIGH")));
  }

  @Test
  void a_ward_that_nobody_lies_in_has_an_empty_board() {
    assertThat(api.get("/wards/" + api.newWard() + "/board").getList("rows")).isEmpty();
  }

  @Test
  void a_position_that_nobody_was_given_is_not_waited_for() {
    api.given()
        .get("/wards/{ward}/board?minPosition={position}", api.newWard(), Long.MAX_VALUE)
        .then()
        .statusCode(422);
  }
}
