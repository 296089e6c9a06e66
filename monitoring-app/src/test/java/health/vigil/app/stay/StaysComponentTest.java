package health.vigil.app.stay;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaysComponentTest extends ComponentTestBase {
  @Test
  void an_admitted_patient_lies_in_the_bed() {
    String ward = api.newWard();
    String patient = api.registerPatient();
    JsonPath answer =
        api.post("/patients/" + patient + "/admission", Map.of("ward", ward, "bed", "1"), 200);

    assertThat(answer.getString("bed")).isEqualTo("1");
    assertThat(answer.getString("stayId")).isNotBlank();
    JsonPath board = api.get("/wards/" + ward + "/board?minPosition=" + answer.getLong("position"));
    assertThat(board.getString("rows[0].patient.patientId")).isEqualTo(patient);
  }

  @Test
  void a_bed_takes_one_patient() {
    String ward = api.newWard();
    api.admittedPatient(ward, "1");

    JsonPath problem =
        api.post(
            "/patients/" + api.registerPatient() + "/admission",
            Map.of("ward", ward, "bed", "1"),
            409);
    assertThat(problem.getString("type")).isEqualTo("/problems/bed-taken");
  }

  @Test
  void a_patient_moves_to_another_bed_and_leaves_the_first_one_free() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");

    JsonPath moved =
        api.post("/patients/" + patient + "/transfer", Map.of("ward", ward, "bed", "2"), 200);
    assertThat(moved.getString("bed")).isEqualTo("2");
    api.admittedPatient(ward, "1");
  }

  @Test
  void two_patients_change_beds() {
    String ward = api.newWard();
    String one = api.admittedPatient(ward, "1");
    String other = api.admittedPatient(ward, "2");

    JsonPath swapped =
        api.post("/patients/" + one + "/bed-swap", Map.of("otherPatientId", other), 200);
    assertThat(swapped.getString("bed")).isEqualTo("2");
    JsonPath board =
        api.get("/wards/" + ward + "/board?minPosition=" + swapped.getLong("position"));
    assertThat(board.getList("rows.patient.patientId")).containsExactly(other, one);
  }

  @Test
  void a_pause_shows_on_the_board() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    String until = Instant.now().plusSeconds(3600).toString();

    long position =
        api.post(
                "/patients/" + patient + "/pause",
                Map.of("reason", "OFF_WARD", "until", until),
                200)
            .getLong("position");
    JsonPath board = api.get("/wards/" + ward + "/board?minPosition=" + position);
    assertThat(board.getString("rows[0].patient.pauseReason")).isEqualTo("OFF_WARD");
  }

  @Test
  void a_discharged_patient_is_admitted_no_more() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");

    JsonPath discharged =
        api.given()
            .post("/patients/{id}/discharge", patient)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(discharged.getString("bed")).isNull();
    JsonPath again =
        api.given()
            .post("/patients/{id}/discharge", patient)
            .then()
            .statusCode(409)
            .extract()
            .jsonPath();
    assertThat(again.getString("type")).isEqualTo("/problems/not-admitted");
  }

  @Test
  void an_admission_names_what_is_wrong_with_it() {
    JsonPath problem =
        api.post("/patients/" + api.registerPatient() + "/admission", Map.of("bed", "1/2"), 422);

    assertThat(problem.getList("errors.field")).containsExactly("ward", "bed");
  }

  @Test
  void nobody_unknown_is_admitted() {
    JsonPath problem =
        api.post("/patients/nobody/admission", Map.of("ward", api.newWard(), "bed", "1"), 404);

    assertThat(problem.getString("type")).isEqualTo("/problems/patient-not-found");
  }
}
