package health.vigil.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows are 10 s here, and a device is silent a second after. */
@QuarkusTest
class ContinuousReadingsComponentTest extends ComponentTestBase {
  private static final Map<String, ?> WELL = Map.of();
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final String ward = api.newWard();
  private String patient;
  private Monitor monitor;

  @BeforeEach
  void aPatientOnAMonitor() {
    patient = api.admittedPatient(ward, "1");
    monitor = new Monitor(api, patient);
  }

  @Test
  void readings_that_say_the_same_are_one_set() {
    JsonPath first = recorded(monitor.sends(WELL));
    for (int i = 0; i < 20; i++) {
      monitor
          .sends(Map.of("pulse", 70 + i % 5))
          .then()
          .statusCode(202)
          .body("disposition", equalTo("MERGED"))
          .body("mergedInto", equalTo(first.getString("observationId")))
          .body("position", equalTo(first.getInt("position")));
    }

    assertThat(types()).filteredOn("VitalSignsRecorded"::equals).hasSize(1);
  }

  @Test
  void ten_windows_are_eleven_sets_at_most_and_what_was_merged_is_kept_in_short() {
    for (int reading = 0; reading < 50; reading++) {
      monitor.sends(WELL).then().statusCode(reading % 5 == 0 ? 201 : 202);
      monitor.waits(WINDOW.dividedBy(5));
    }

    assertThat(types()).filteredOn("VitalSignsRecorded"::equals).hasSizeBetween(10, 11);
    assertThat(merged()).allSatisfy(event -> assertThat(event.get("count")).isEqualTo(4));
  }

  @Test
  void what_changes_a_sub_score_is_recorded_at_once_and_alerts() {
    recorded(monitor.sends(WELL));
    monitor.sends(WELL).then().statusCode(202);

    recorded(monitor.sends(Map.of("pulse", 131)));

    eventually(
        () ->
            api.given()
                .get("/wards/{ward}/board", ward)
                .then()
                .body("rows[0].patient.openAlerts.rule", hasItem("NEWS2")));
    recorded(monitor.sends(WELL));
  }

  @Test
  void what_crosses_a_limit_of_the_plan_is_recorded_at_once() {
    plan("\"0\"", 80);
    eventually(() -> monitor.sends(WELL).then().statusCode(202));

    monitor.sends(Map.of("pulse", 80)).then().statusCode(202);
    recorded(monitor.sends(Map.of("pulse", 81)));

    assertThat(types()).contains("BreachBegan");
  }

  @Test
  void a_nurses_set_closes_the_window() {
    recorded(monitor.sends(WELL));
    monitor.sends(WELL).then().statusCode(202);

    api.observe(patient, Map.of());

    eventually(() -> monitor.sends(WELL).then().statusCode(201));
  }

  @Test
  void another_plan_closes_the_window() {
    recorded(monitor.sends(WELL));
    monitor.sends(WELL).then().statusCode(202);

    plan("\"0\"", 120);

    eventually(() -> monitor.sends(WELL).then().statusCode(201));
  }

  @Test
  void what_was_merged_is_traced_to_the_request_with_which_it_was_said() {
    recorded(monitor.sends(WELL));
    monitor.sends(WELL).then().statusCode(202);

    Response told = monitor.sends(Map.of("pulse", 131));

    String request = told.then().statusCode(201).extract().header("X-Correlation-Id");
    assertThat(api.get("/audit/trace/" + request).getList("events.type"))
        .contains("ReadingsMerged", "VitalSignsRecorded", "BreachBegan");
  }

  @Test
  void two_monitors_do_not_disturb_each_other() {
    Monitor other = new Monitor(api, patient);
    recorded(monitor.sends(WELL));
    recorded(other.sends(WELL));

    for (int i = 0; i < 10; i++) {
      monitor.sends(WELL).then().statusCode(202);
      other.sends(WELL).then().statusCode(202);
    }
  }

  @Test
  void a_message_that_comes_again_is_answered_alike() {
    Map<String, Object> first = monitor.next(WELL);
    Map<String, Object> second = monitor.next(WELL);
    String recorded = monitor.posts(first).then().statusCode(201).extract().asString();
    String merged = monitor.posts(second).then().statusCode(202).extract().asString();

    assertThat(monitor.posts(first).then().statusCode(201).extract().asString())
        .isEqualTo(recorded);
    assertThat(monitor.posts(second).then().statusCode(202).extract().asString()).isEqualTo(merged);
    assertThat(types()).filteredOn("VitalSignsRecorded"::equals).hasSize(1);
  }

  @Test
  void another_reading_under_the_same_message_id_is_refused() {
    Map<String, Object> first = monitor.next(WELL);
    Map<String, Object> second = monitor.next(WELL);
    monitor.posts(first).then().statusCode(201);
    monitor.posts(second).then().statusCode(202);

    for (Map<String, Object> sent : List.of(first, second)) {
      Map<String, Object> other = new HashMap<>(sent);
      other.put("pulse", 73);
      monitor.posts(other).then().statusCode(422).body("type", equalTo("/problems/key-reused"));
    }
  }

  @Test
  void a_late_reading_is_recorded() {
    Map<String, Object> late = monitor.next(WELL);
    recorded(monitor.sends(WELL));
    monitor.sends(WELL).then().statusCode(202);

    monitor.posts(late).then().statusCode(201).body("timeliness", equalTo("LATE"));
  }

  @Test
  void the_last_reading_of_a_device_that_falls_silent_is_recorded() {
    recorded(monitor.sends(WELL));
    monitor.sends(Map.of("pulse", 74)).then().statusCode(202);
    monitor.sends(Map.of("pulse", 76)).then().statusCode(202);

    eventually(
        () ->
            assertThat(
                    api.get("/patients/" + patient + "/observations")
                        .getList("items.current.values.pulse"))
                .containsExactlyInAnyOrder(72, 76));
    assertThat(merged())
        .singleElement()
        .satisfies(event -> assertThat(event.get("count")).isEqualTo(1));
  }

  @Test
  void outside_a_stay_every_reading_is_charted() {
    Monitor elsewhere = new Monitor(api, api.registerPatient());

    recorded(elsewhere.sends(WELL));
    recorded(elsewhere.sends(WELL));
  }

  @Test
  void a_reading_from_the_future_is_refused_and_makes_no_other_late() {
    recorded(monitor.sends(WELL));
    String ahead = Instant.now().plus(Duration.ofMinutes(10)).toString();
    monitor.sends(Map.of("measuredAt", ahead)).then().statusCode(422);

    monitor.sends(WELL).then().statusCode(202);
  }

  @Test
  void a_stream_is_of_a_device_and_has_message_ids() {
    Map<String, Object> reading = monitor.next(WELL);
    reading.remove("device");
    reading.remove("messageId");

    assertThat(monitor.posts(reading).then().statusCode(422).extract().jsonPath())
        .satisfies(
            problem ->
                assertThat(problem.getList("errors.field"))
                    .containsExactlyInAnyOrder("device", "messageId"));
  }

  @Test
  void what_became_of_readings_is_counted() {
    Map<String, Object> second = monitor.next(WELL);
    recorded(monitor.posts(monitor.next(Map.of("measuredAt", second.get("measuredAt")))));
    monitor.posts(second).then().statusCode(202);
    monitor.posts(second).then().statusCode(202);

    RestAssured.given()
        .get("/q/metrics")
        .then()
        .body(containsString("vigil_ingest_readings_total{disposition=\"recorded\"}"))
        .body(containsString("vigil_ingest_readings_total{disposition=\"merged\"}"))
        .body(containsString("vigil_ingest_readings_total{disposition=\"duplicate\"}"))
        .body(containsString("vigil_ingest_windows"));
  }

  private static JsonPath recorded(Response answer) {
    return answer.then().statusCode(201).extract().jsonPath();
  }

  private List<String> types() {
    return api.get("/patients/" + patient + "/history?limit=500").getList("items.type");
  }

  private List<Map<String, Object>> merged() {
    return api.get("/patients/" + patient + "/history?limit=500")
        .getList("items.findAll { it.type == 'ReadingsMerged' }.payload");
  }

  private void plan(String revision, int highestPulse) {
    api.given()
        .header("If-Match", revision)
        .body(
            Map.of(
                "spo2Scale",
                1,
                "limits",
                Map.of("pulse", Map.of("low", 45, "high", highestPulse)),
                "reason",
                "beta blocker"))
        .put("/patients/{id}/monitoring-plan", patient)
        .then()
        .statusCode(200);
  }
}
