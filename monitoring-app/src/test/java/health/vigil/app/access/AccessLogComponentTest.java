package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.issuer.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogComponentTest extends ComponentTestBase {
  @Inject DataSource database;

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void who_looks_at_a_patient_is_noted_before_the_answer() {
    String patient = api.registerPatient();
    String before = Instant.now().toString();
    api.given()
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .get("/patients/" + patient + "?asOf=" + before)
        .then()
        .statusCode(200);

    JsonPath noted = accesses(patient);
    assertThat(noted.getString("items[0].path")).isEqualTo("/api/v1/patients/{patientId}");
    assertThat(noted.getString("items[0].method")).isEqualTo("GET");
    assertThat(noted.getString("items[0].outcome")).isEqualTo("ALLOWED");
    assertThat(noted.getInt("items[0].status")).isEqualTo(200);
    assertThat(noted.getString("items[0].trace")).isEqualTo(TRACE);
    assertThat(Instant.parse(noted.getString("items[0].asOf"))).isNotNull();
    assertThat(noted.getString("items[0].roles")).contains("NURSE");
    assertThat(noted.getString("items[0].actor")).isNotBlank();
  }

  @Test
  void of_a_search_each_patient_whom_it_showed_is_noted_and_not_what_was_searched_for() {
    String name = Api.unique("Somebody").replace("-", "");
    String one = api.registerPatient(Map.of("familyName", name));
    String other = api.registerPatient(Map.of("familyName", name));
    eventually(
        () ->
            assertThat(
                    api.post("/patients/search", Map.of("name", name), 200)
                        .getList("items.patientId"))
                .hasSize(2));

    for (String patient : List.of(one, other)) {
      JsonPath noted = accesses(patient);
      assertThat(noted.getString("items[0].path")).isEqualTo("/api/v1/patients/search");
      assertThat(noted.prettify()).doesNotContain(name);
    }
  }

  @Test
  void what_was_written_and_what_was_refused_is_noted_too() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    api.given().body(Map.of()).post("/patients/" + patient + "/admission").then().statusCode(422);

    eventually(
        () ->
            assertThat(
                    accesses(patient)
                        .getList("items.findAll { it.path.endsWith('/admission') }.outcome"))
                .containsExactly("FAILED", "ALLOWED"));
  }

  @Test
  void who_was_not_let_in_is_noted_too_and_nobody_who_says_not_who_it_is() {
    String patient = api.admittedPatient(api.newWard(), "1");
    String nurse = Api.unique("nurse");
    api.as(TokenRequest.of(nurse).as("nurse", api.newWard()))
        .given()
        .get("/patients/" + patient + "/chart")
        .then()
        .statusCode(403);
    api.as(TokenRequest.of(nurse).lasting(Duration.ofHours(-1)))
        .given()
        .get("/patients/" + patient + "/chart")
        .then()
        .statusCode(401);

    eventually(
        () -> {
          JsonPath noted = api.get("/audit/access?actor=" + nurse);
          assertThat(noted.getList("items")).hasSize(1);
          assertThat(noted.getString("items[0].patient")).isEqualTo(patient);
          assertThat(noted.getString("items[0].outcome")).isEqualTo("DENIED");
          assertThat(noted.getString("items[0].path"))
              .isEqualTo("/api/v1/patients/{patientId}/chart");
        });
  }

  @Test
  void a_look_at_a_ward_and_its_stream_are_noted_by_the_ward() throws SQLException {
    String ward = api.newWard();
    api.get("/wards/" + ward + "/board");
    api.given().get("/alerts?ward=" + ward).then().statusCode(200);

    assertThat(pathsOf(ward)).containsExactly("/api/v1/wards/{ward}/board", "/api/v1/alerts");
  }

  @Test
  void what_is_sent_bit_by_bit_is_noted_once_and_before_it_begins() {
    String export =
        api.post("/audit/exports", Map.of("first", 1, "last", 1, "reason", "Audit"), 201)
            .getString("id");
    String trace = UUID.randomUUID().toString().replace("-", "");
    api.given()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .get("/audit/exports/" + export + "/events")
        .then()
        .statusCode(200);

    assertThat(
            api.get("/audit/access?limit=500")
                .getList("items.findAll { it.trace == '" + trace + "' }.path"))
        .containsExactly("/api/v1/audit/exports/{exportId}/events");
  }

  @Test
  void readings_stand_in_the_log_and_are_not_noted_again() {
    String patient = api.admittedPatient(api.newWard(), "1");
    api.observe(patient, Map.of());
    api.get("/patients/" + patient + "/chart");

    assertThat(accesses(patient).getList("items.path"))
        .contains("/api/v1/patients/{patientId}/chart")
        .doesNotContain("/api/v1/patients/{patientId}/observations");
  }

  @Test
  void pages_follow_one_another_without_a_gap() {
    String patient = api.registerPatient();
    for (int look = 0; look < 5; look++) {
      api.get("/patients/" + patient + "/history");
    }

    JsonPath first = api.get("/audit/access?patient=" + patient + "&limit=3");
    assertThat(first.getList("items")).hasSize(3);
    JsonPath second =
        api.get("/audit/access?patient=" + patient + "&limit=3&cursor=" + first.getString("next"));
    assertThat(second.getList("items.path")).contains("/api/v1/patients/{patientId}/history");
    assertThat(
            api.get("/audit/access?patient=" + patient + "&to=2020-01-01T00:00:00Z")
                .getList("items"))
        .isEmpty();
  }

  @Test
  void what_is_no_query_is_refused() {
    for (String query :
        List.of("patient=Ada%20Meadows", "from=yesterday", "cursor=MTphYg", "limit=0")) {
      api.given()
          .get("/audit/access?" + query)
          .then()
          .statusCode(422)
          .body("errors[0].field", equalTo(query.split("=")[0]));
    }
  }

  private JsonPath accesses(String patient) {
    return api.get("/audit/access?patient=" + patient);
  }

  private List<String> pathsOf(String ward) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT path FROM vigil.access_log WHERE ward = '" + ward + "' ORDER BY id")) {
      List<String> paths = new ArrayList<>();
      while (rows.next()) {
        paths.add(rows.getString(1));
      }
      return paths;
    }
  }
}
