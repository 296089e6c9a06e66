package health.vigil.app.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsComponentTest extends ComponentTestBase {
  private static final String MARKER = "Xyzzy-Personal";

  @Test
  void json_that_is_not_well_formed_is_malformed() {
    malformed(post("{\"mrn\": "));
    malformed(post("{\"mrn\":\"1\",\"mrn\":\"2\"}"));
    malformed(post("{} {}"));
    malformed(post("{\"familyName\": NaN}"));
    malformed(post("[]"));
    malformed(post(""));
    malformed(post("null"));
  }

  @Test
  void an_unknown_field_is_named() {
    malformed(post("{\"mrn\":\"1\",\"shoeSize\":\"" + MARKER + "\"}"))
        .body("errors[0].field", equalTo("shoeSize"));
  }

  @Test
  void a_field_of_another_type_is_named() {
    malformed(post("{\"familyName\": 7}")).body("errors[0].field", equalTo("familyName"));
    malformed(observation("{\"measuredAt\": 1763884800}"))
        .body("errors[0].field", equalTo("measuredAt"));
    malformed(observation("{\"pulse\": \"72\"}")).body("errors[0].field", equalTo("pulse"));
    malformed(observation("{\"supplementalOxygen\": 1}"))
        .body("errors[0].field", equalTo("supplementalOxygen"));
    malformed(observation("{\"externalScore\": 7.5}"))
        .body("errors[0].field", equalTo("externalScore"));
  }

  @Test
  void a_text_that_is_none_of_those_accepted_is_not_acceptable_and_not_repeated() {
    observation("{\"consciousness\": \"" + MARKER + "\"}")
        .statusCode(422)
        .body("errors[0].field", equalTo("consciousness"))
        .body("errors[0].message", equalTo("one of ALERT, CONFUSION, VOICE, PAIN, UNRESPONSIVE"))
        .body(not(containsString(MARKER)));
    for (String time : List.of("2026-11-23", "2026-11-23T08:00:00", "2026-02-30T08:00:00Z", "")) {
      observation("{\"measuredAt\": \"" + time + "\"}")
          .statusCode(422)
          .body("errors[0].field", equalTo("measuredAt"));
    }
  }

  @Test
  void a_path_that_nobody_serves_is_not_found() {
    problem(api.given().get("/nothing").then(), 404, "not-found");
    problem(RestAssured.given().get("/nothing").then(), 404, "not-found");
  }

  @Test
  void a_method_that_a_path_does_not_take_is_not_allowed() {
    problem(api.given().delete("/patients/1").then(), 405, "method-not-allowed");
  }

  @Test
  void a_media_type_that_no_answer_has_is_not_acceptable() {
    problem(
        RestAssured.given().accept("image/png").get("/api/v1/patients/1").then(),
        406,
        "not-acceptable");
  }

  @Test
  void a_body_of_another_media_type_is_not_supported() {
    problem(
        RestAssured.given().contentType(ContentType.TEXT).body("x").post("/api/v1/patients").then(),
        415,
        "unsupported-media-type");
    for (String path : List.of("/patients/1/bed-swap", "/appointments/1/cancellation")) {
      problem(
          api.given().contentType(ContentType.TEXT).body("{}").post(path).then(),
          415,
          "unsupported-media-type");
    }
  }

  @Test
  void a_media_type_is_read_whatever_its_case() {
    RestAssured.given()
        .contentType("Application/JSON; charset=UTF-8")
        .body("{}".getBytes(UTF_8))
        .post("/api/v1/patients/search")
        .then()
        .statusCode(200);
  }

  @Test
  void a_parameter_that_is_not_acceptable_is_named() {
    String patient = api.registerPatient();
    for (String query :
        List.of(
            "limit=0", "limit=501", "limit=x", "cursor=abc", "minPosition=-1", "minPosition=x")) {
      api.given()
          .get("/patients/" + patient + "/observations?" + query)
          .then()
          .statusCode(422)
          .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
    }
  }

  @Test
  void a_ward_that_can_not_be_is_named() {
    for (String path : List.of("/alerts", "/stream")) {
      problem(api.given().get(path + "?ward=a b").then(), 422, "invalid-value")
          .body("errors[0].field", equalTo("ward"));
    }
  }

  @Test
  void a_birth_date_is_a_day_and_nothing_else() {
    malformed(post("{\"birthDate\": [1950, 5, 17]}")).body("errors[0].field", equalTo("birthDate"));
    for (String day : List.of("1950-05-17T00:00:00Z", "1950-5-17", "1950-02-30", "")) {
      problem(post("{\"birthDate\": \"" + day + "\"}"), 422, "invalid-value")
          .body("errors[0].field", equalTo("birthDate"));
    }
  }

  @Test
  void an_id_that_can_not_be_is_refused() {
    for (String id : List.of("a%00b", "%20", "%ED%A0%80")) {
      int status =
          api.given()
              .urlEncodingEnabled(false)
              .get("/patients/" + id)
              .then()
              .extract()
              .statusCode();
      assertThat(status).as(id).isBetween(400, 499);
    }
    for (String id : List.of("a\\u0000b", "\\ud800", "", " ")) {
      int status =
          api.given()
              .body("{\"otherPatientId\": \"" + id + "\"}")
              .post("/patients/" + api.admittedPatient(api.newWard(), "1") + "/bed-swap")
              .statusCode();
      assertThat(status).as(id).isBetween(400, 499);
    }
  }

  @Test
  void nothing_changes_with_bad_input() {
    String patient = api.admittedPatient(api.newWard(), "1");
    long before = api.get("/patients/" + patient + "/history").getList("items").size();
    Map<String, Object> set = Api.wellSet();
    set.put("pulse", -1);
    api.post("/patients/" + patient + "/observations", set, 422);

    assertThat(api.get("/patients/" + patient + "/history").getList("items")).hasSize((int) before);
  }

  private ValidatableResponse post(String body) {
    return api.given().body(body).post("/patients").then();
  }

  private ValidatableResponse observation(String body) {
    return api.given().body(body).post("/patients/1/observations").then();
  }

  private static ValidatableResponse malformed(ValidatableResponse response) {
    return problem(response, 400, "malformed-request").body(not(containsString(MARKER)));
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String code) {
    return response
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/problems/" + code))
        .body("status", equalTo(status));
  }
}
