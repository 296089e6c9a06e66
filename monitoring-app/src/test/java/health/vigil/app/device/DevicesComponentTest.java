package health.vigil.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.security.Places;
import health.vigil.patient.PatientId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DevicesComponentTest extends ComponentTestBase {
  @Inject Places places;

  private final String device = Api.unique("monitor");
  private final String ward = api.newWard();

  @Test
  void a_device_is_paired_with_a_patient_until_it_is_released() {
    String patient = api.admittedPatient(ward, "1");
    assertThat(isPaired(patient)).isFalse();

    JsonPath paired = pair(patient, 200);

    assertThat(paired.getString("device")).isEqualTo(device);
    assertThat(paired.getLong("position")).isPositive();
    assertThat(isPaired(patient)).isTrue();
    api.given()
        .get("/devices/" + device)
        .then()
        .statusCode(200)
        .body("patientId", equalTo(patient))
        .body("pairedAt", notNullValue());

    api.given().post("/devices/" + device + "/release").then().statusCode(200);

    eventually(() -> assertThat(isPaired(patient)).isFalse());
    api.given().get("/devices/" + device).then().body("patientId", nullValue());
  }

  @Test
  void a_pairing_is_over_with_the_stay_and_a_next_stay_needs_another() {
    String patient = api.admittedPatient(ward, "1");
    pair(patient, 200);

    api.given().post("/patients/" + patient + "/discharge").then().statusCode(200);

    eventually(() -> assertThat(isPaired(patient)).isFalse());
    api.given().get("/devices/" + device).then().statusCode(200).body("patientId", nullValue());
    api.admit(patient, ward, "1");
    assertThat(isPaired(patient)).isFalse();
    pair(patient, 200);
    assertThat(isPaired(patient)).isTrue();
  }

  @Test
  void it_is_paired_with_one_patient_at_a_time() {
    pair(api.admittedPatient(ward, "1"), 200);

    assertThat(pair(api.admittedPatient(ward, "2"), 409).getString("type"))
        .isEqualTo("/problems/device-paired");
  }

  @Test
  void a_pairing_is_in_the_history_of_the_patient() {
    String patient = api.admittedPatient(ward, "1");
    pair(patient, 200);

    assertThat(api.get("/patients/" + patient + "/history").getList("items.type"))
        .contains("DevicePaired");
  }

  @Test
  void the_same_request_again_is_recorded_once() {
    String patient = api.admittedPatient(ward, "1");
    Map<String, String> body = Map.of("patientId", patient);
    String key = Api.unique("key");
    String first = pairUnder(key, body);
    assertThat(pairUnder(key, body)).isEqualTo(first);
  }

  private String pairUnder(String key, Map<String, String> body) {
    return api.given()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/devices/" + device + "/pairing")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void what_can_not_be_paired_is_told() {
    pair("no such id", 422);
    pair("00000000-0000-4000-8000-000000000000", 404);
    assertThat(pair(api.registerPatient(), 409).getString("type"))
        .isEqualTo("/problems/not-admitted");
    api.given().post("/devices/" + device + "/release").then().statusCode(409);
    api.given().get("/devices/" + device).then().statusCode(404);
    api.given().body("{}").post("/devices/" + device + "/pairing").then().statusCode(422);
  }

  private boolean isPaired(String patient) {
    return places.isPaired(device, new PatientId(patient));
  }

  private JsonPath pair(String patient, int status) {
    return api.post("/devices/" + device + "/pairing", Map.of("patientId", patient), status);
  }
}
