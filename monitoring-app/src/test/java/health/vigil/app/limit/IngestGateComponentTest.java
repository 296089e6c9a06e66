package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The places are taken, as by readings whose work lasts long. */
@QuarkusTest
class IngestGateComponentTest extends ComponentTestBase {
  @Inject IngestPlaces places;
  @Inject IngestGate gate;
  @Inject BodyIntake bodies;

  private static final int AS_MANY_AS_MAY_BE_SERVED = 60;

  private static int port;

  private final List<Gate.Visit> visits = new ArrayList<>();

  @BeforeEach
  void rememberPort() {
    port = RestAssured.port;
  }

  @AfterEach
  void goAway() {
    visits.forEach(Gate.Visit::over);
    eventually(() -> assertThat(gauge("taken")).isZero());
  }

  /** What was refused is remembered for a while; other tests want to find health up. */
  @AfterAll
  static void healthIsUpAgain() {
    eventually(() -> RestAssured.given().port(port).get("/q/health/well").then().statusCode(200));
  }

  @Test
  void who_finds_no_place_in_time_is_told_when_to_come_again() {
    String patient = api.admittedPatient(api.newWard(), "1");
    takeAllPlaces();

    Response refused = post("/api/v1/patients/" + patient + "/observations");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.path("type").toString()).isEqualTo("/problems/too-many-readings-at-once");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 4);
    assertThat(RestAssured.get("/q/health/well").asString()).contains("some are refused");
    RestAssured.get("/q/metrics")
        .then()
        .body(containsString("vigil_ingest_gate_refused_total{reason=\"late\"}"));
  }

  @Test
  void fhir_is_refused_in_its_own_words() {
    takeAllPlaces();

    Response refused = post("/fhir/R4");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.contentType()).startsWith("application/fhir+json");
    assertThat(refused.path("issue[0].code").toString()).isEqualTo("throttled");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 4);
  }

  @Test
  void a_long_body_that_is_refused_does_not_block_its_connection()
      throws IOException, InterruptedException {
    takeAllPlaces();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    for (int time = 0; time < 3; time++) {
      assertThat(postLong(client).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void people_do_not_wait_behind_readings() {
    String ward = api.newWard();
    takeAllPlaces();

    api.admittedPatient(ward, "1");
    RestAssured.get("/api/v1/wards/" + ward + "/board").then().statusCode(200);
  }

  @Test
  void a_body_on_its_way_takes_no_place_and_keeps_nobody_out() throws IOException {
    String patient = api.admittedPatient(api.newWard(), "1");
    try (SlowClients clients = new SlowClients()) {
      clients.post("/api/v1/patients/" + patient + "/observations", 3 * places.count());
      clients.post("/api/v1/patients/search", AS_MANY_AS_MAY_BE_SERVED);
      eventually(() -> assertThat(bodies.held()).isPositive());

      api.observe(patient, Map.of());
      RestAssured.get("/api/v1/wards/none/board").then().statusCode(200);
    }
    eventually(() -> assertThat(bodies.held()).isZero());
  }

  private void takeAllPlaces() {
    for (int i = 0; i < places.count(); i++) {
      visits.add(gate.gate().visit(1, new Nobody()));
    }
    visits.forEach(Gate.Visit::begin);
    eventually(() -> assertThat(gauge("taken")).isEqualTo(places.count()));
  }

  private static final class Nobody implements Gate.Visitor {
    @Override
    public void enter() {}

    @Override
    public void turnAway(Gate.Reason reason) {}
  }

  private static Response post(String path) {
    return RestAssured.given().contentType("application/json").body("{}").post(path);
  }

  private static HttpResponse<String> postLong(HttpClient client)
      throws IOException, InterruptedException {
    HttpRequest bundle =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/fhir/R4"))
            .header("Content-Type", "application/fhir+json")
            .header("Authorization", Tokens.bearer(Tokens.ofEverybody()))
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(600_000)))
            .build();
    return client.send(bundle, HttpResponse.BodyHandlers.ofString());
  }

  private static double gauge(String name) {
    String meter = "vigil_ingest_gate_" + name + " ";
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(meter))
        .mapToDouble(line -> Double.parseDouble(line.substring(meter.length())))
        .findFirst()
        .orElseThrow();
  }
}
