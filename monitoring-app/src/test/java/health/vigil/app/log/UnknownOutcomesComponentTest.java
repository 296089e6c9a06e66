package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer may take 3 s here. */
@QuarkusTest
class UnknownOutcomesComponentTest extends ComponentTestBase {
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @AfterEach
  void letClientsGo() {
    clients.shutdown();
  }

  @Test
  void a_write_that_may_have_been_recorded_says_so_and_is_recorded_once_when_it_is_repeated()
      throws SQLException {
    Map<String, Object> demographics = Api.demographics();
    String key = Api.unique("key");

    Response unknown = Database.answerWhileNobodyKnows(() -> post("/patients", key, demographics));

    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThat(unknown.jsonPath().getString("type")).isEqualTo("/problems/outcome-unknown");
    assertThat(unknown.jsonPath().getString("detail")).contains("the same Idempotency-Key");
    assertThat(unknown.header("Retry-After")).isNotBlank();

    Response repeated = post("/patients", key, demographics);
    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(post("/patients", key, demographics).asString()).isEqualTo(repeated.asString());
    assertThat(historyOf(repeated.jsonPath().getString("patientId")))
        .containsOnlyOnce("PatientRegistered");
  }

  @Test
  void a_set_that_was_recorded_after_its_client_was_told_that_nobody_knows_is_answered_as_recorded()
      throws SQLException {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> set = Api.wellSet();
    set.put("messageId", Api.unique("device-7:"));
    Response unknown;
    try (Database.Lock held = Database.lockHead()) {
      Database.fillLanes(() -> post("/patients", null, Api.demographics()));
      // Its turn comes when the others are given up; it is with PostgreSQL when its client is
      // answered.
      unknown = observed(patient, set);
    }
    assertThat(unknown.jsonPath().getString("type")).isEqualTo("/problems/outcome-unknown");
    assertThat(unknown.jsonPath().getString("detail")).contains("the same messageId");
    eventually(() -> assertThat(historyOf(patient)).contains("VitalSignsRecorded"));

    Response repeated = observed(patient, set);

    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(observed(patient, set).asString()).isEqualTo(repeated.asString());
    assertThat(historyOf(patient)).containsOnlyOnce("VitalSignsRecorded");
    set.put("pulse", 71);
    assertThat(observed(patient, set).jsonPath().getString("type"))
        .isEqualTo("/problems/key-reused");
  }

  @Test
  void a_write_without_a_key_is_told_to_read_first() throws SQLException {
    String patient = api.registerPatient();
    String admission = "/patients/" + patient + "/admission";

    Response unknown =
        Database.answerWhileNobodyKnows(
            () -> post(admission, null, Map.of("ward", "W", "bed", "1")));

    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThat(unknown.jsonPath().getString("detail"))
        .contains("no Idempotency-Key", "Read what is there, then decide");
  }

  @Test
  void operators_see_that_outcomes_are_unknown() throws SQLException {
    Database.answerWhileNobodyKnows(() -> post("/patients", Api.unique("key"), Api.demographics()));

    RestAssured.given()
        .get("/q/health/well")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'log' }.data.outcomes", equalTo("some are unknown"));
    RestAssured.given()
        .get("/q/metrics")
        .then()
        .body(containsString("vigil_log_unknown_total"))
        .body(containsString("vigil_log_waiting"))
        .body(containsString("vigil_log_group_events_max"));
    eventually(
        () ->
            RestAssured.given()
                .get("/q/health/well")
                .then()
                .body("checks.find { it.name == 'log' }.status", equalTo("UP")));
  }

  @Test
  void a_writer_whose_connection_is_ended_has_another_and_nobody_notices() throws SQLException {
    api.registerPatient();
    Database.breakConnections();

    Map<String, Object> demographics = Api.demographics();
    String key = Api.unique("key");
    Response registered = post("/patients", key, demographics);

    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(post("/patients", key, demographics).asString()).isEqualTo(registered.asString());
    // A lane notices when it writes, and only many at once need all lanes.
    eventually(
        () -> {
          IntStream.range(0, 8).parallel().forEach(client -> api.registerPatient());
          assertThat(Database.hasAllConnections()).isTrue();
        });
  }

  @Test
  void an_append_that_is_under_way_when_the_connection_ends_is_settled_for_who_waits()
      throws SQLException {
    Map<String, Object> demographics = Api.demographics();
    String key = Api.unique("key");
    CompletableFuture<Response> waiting;
    try (Database.Lock held = Database.lockHead()) {
      waiting = sent(() -> post("/patients", key, demographics));
      Database.awaitGroupsHeldUp(1, Duration.ZERO);
      Database.breakHeldUp();
    }

    assertThat(waiting.join().statusCode()).isEqualTo(201);
    assertThat(post("/patients", key, demographics).asString())
        .isEqualTo(waiting.join().asString());
  }

  private CompletableFuture<Response> sent(Supplier<Response> request) {
    return CompletableFuture.supplyAsync(request, clients);
  }

  private Response observed(String patient, Map<String, Object> set) {
    return post("/patients/" + patient + "/observations", null, set);
  }

  private Response post(String path, @Nullable String key, Object body) {
    return key == null
        ? api.given().body(body).post(path)
        : api.given().header("Idempotency-Key", key).body(body).post(path);
  }

  private List<String> historyOf(String patient) {
    return api.get("/patients/" + patient + "/history").getList("items.type");
  }
}
