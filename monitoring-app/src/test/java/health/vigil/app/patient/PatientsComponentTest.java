package health.vigil.app.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.issuer.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PatientsComponentTest extends ComponentTestBase {
  @Test
  void a_registered_patient_is_found_at_the_position_of_the_registration() {
    Map<String, Object> demographics = Api.demographics();
    JsonPath registered = api.post("/patients", demographics, 201);

    api.given()
        .get(
            "/patients/{id}?minPosition={position}",
            registered.getString("patientId"),
            registered.getLong("position"))
        .then()
        .statusCode(200)
        .body("familyName", equalTo("Meadows"))
        .body("mrn", equalTo(demographics.get("mrn")))
        .body("status", equalTo("NOT_ADMITTED"));
  }

  @Test
  void a_medical_record_number_belongs_to_one_patient() {
    Map<String, Object> demographics = Api.demographics();
    api.post("/patients", demographics, 201);

    api.given()
        .body(demographics)
        .post("/patients")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/mrn-taken"));
  }

  @Test
  void a_registration_names_every_field_that_is_missing() {
    JsonPath problem = api.post("/patients", Map.of("givenName", "Iris"), 422);

    assertThat(problem.getList("errors.field")).containsExactly("mrn", "familyName", "sex");
  }

  @Test
  void an_unidentified_patient_becomes_known() {
    String patient =
        api.post("/patients", Map.of("temporaryLabel", "Unknown A 7"), 201).getString("patientId");
    Map<String, Object> demographics = Api.demographics();
    long position =
        api.post("/patients/" + patient + "/identification", demographics, 200).getLong("position");

    JsonPath known = api.get("/patients/" + patient + "?minPosition=" + position);
    assertThat(known.getString("familyName")).isEqualTo("Meadows");
    assertThat(known.getString("temporaryLabel")).isNull();
    JsonPath again = api.post("/patients/" + patient + "/identification", demographics, 409);
    assertThat(again.getString("type")).isEqualTo("/problems/already-identified");
  }

  @Test
  void a_label_beside_demographics_is_refused() {
    Map<String, Object> both = Api.demographics();
    both.put("temporaryLabel", "Unknown A 8");

    assertThat(api.post("/patients", both, 422).getList("errors.field")).contains("mrn");
  }

  @Test
  void a_search_finds_by_number_name_and_ward() {
    String ward = api.newWard();
    Map<String, Object> demographics = Api.demographics();
    JsonPath registered = api.post("/patients", demographics, 201);
    long position = api.admit(registered.getString("patientId"), ward, "1");

    api.given()
        .queryParam("minPosition", position)
        .body(Map.of("mrn", demographics.get("mrn"), "name", "mead", "ward", ward))
        .post("/patients/search")
        .then()
        .statusCode(200)
        .body("items.patientId", hasItem(registered.getString("patientId")))
        .body("items[0].stay.bed", equalTo("1"));
  }

  @Test
  void a_search_comes_in_pages() {
    String name = Api.unique("Page");
    long position = 0;
    for (int i = 0; i < 3; i++) {
      Map<String, Object> demographics = Api.demographics();
      demographics.put("familyName", name);
      position = api.post("/patients", demographics, 201).getLong("position");
    }

    JsonPath first =
        api.post("/patients/search?limit=2&minPosition=" + position, Map.of("name", name), 200);
    assertThat(first.getList("items")).hasSize(2);
    JsonPath second =
        api.post(
            "/patients/search?limit=2&cursor=" + first.getString("next"),
            Map.of("name", name),
            200);
    assertThat(second.getList("items")).hasSize(1);
    assertThat(second.getString("next")).isNull();
  }

  @Test
  void a_patient_is_shown_as_known_at_a_time() {
    String patient =
        api.post("/patients", Map.of("temporaryLabel", "Unknown B 1"), 201).getString("patientId");
    String before = api.get("/patients/" + patient + "/history").getString("items[0].recordedAt");
    api.post("/patients/" + patient + "/identification", Api.demographics(), 200);

    JsonPath then = api.get("/patients/" + patient + "?asOf=" + before);
    JsonPath now = api.get("/patients/" + patient + "?asOf=" + Instant.now());
    assertThat(then.getString("temporaryLabel")).isEqualTo("Unknown B 1");
    assertThat(now.getString("familyName")).isEqualTo("Meadows");
    api.given()
        .get("/patients/{id}?asOf=1999-01-01T00:00:00Z", patient)
        .then()
        .statusCode(404)
        .body("type", notNullValue());
  }

  @Test
  void what_was_measured_is_shown_only_to_who_may_see_the_chart() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    api.observe(patient, Api.deterioration());
    String asOf = "/patients/" + patient + "?asOf=" + Instant.now();
    Api nurse = api.as(TokenRequest.of(Api.unique("nurse")).as("nurse", ward));
    Api clerk = api.as(TokenRequest.of(Api.unique("clerk")).as("booking-clerk"));

    assertThat(nurse.get(asOf).getMap("")).containsKeys("monitoring", "changedSince");
    assertThat(clerk.get(asOf).getMap(""))
        .containsKeys("familyName", "stay")
        .doesNotContainKeys("monitoring", "changedSince");

    api.given().post("/patients/" + patient + "/discharge").then().statusCode(200);

    eventually(
        () ->
            assertThat(nurse.get(asOf).getMap(""))
                .containsKey("familyName")
                .doesNotContainKeys("monitoring", "changedSince"));
  }

  @Test
  void nobody_is_found_under_an_unknown_id() {
    api.given()
        .get("/patients/nobody")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/patient-not-found"));
  }
}
