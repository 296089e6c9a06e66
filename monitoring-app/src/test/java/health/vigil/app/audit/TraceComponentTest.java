package health.vigil.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraceComponentTest extends ComponentTestBase {
  private static final String TRACE = "/audit/trace/";

  private final String ward = api.newWard();

  @Test
  void an_alert_is_traced_to_the_set_that_led_to_it_over_the_saga() {
    String correlation = correlationOf(deterioration(api.admittedPatient(ward, "1")));

    eventually(() -> assertThat(types(trace(correlation))).contains("AlertRaised"));

    JsonPath trace = trace(correlation);
    Map<String, Object> breach = the("BreachBegan", trace);
    Map<String, Object> raised = the("AlertRaised", trace);
    assertThat(trace.getString("correlationId")).isEqualTo(correlation);
    assertThat(breach).doesNotContainKey("cause").containsEntry("causationId", correlation);
    assertThat(raised)
        .containsEntry("cause", breach.get("position"))
        .containsEntry("causationId", breach.get("eventId"))
        .containsEntry("reaction", "WhenBreachThenAlert");
    assertThat((Integer) raised.get("millisAfterCause")).isNotNegative();
  }

  @Test
  void an_event_far_down_leads_back_to_the_whole_and_is_marked() {
    String correlation = correlationOf(deterioration(api.admittedPatient(ward, "1")));
    eventually(() -> assertThat(types(trace(correlation))).contains("AlertRaised"));
    Map<String, Object> raised = the("AlertRaised", trace(correlation));

    for (Object id : List.of(raised.get("position"), raised.get("eventId"))) {
      JsonPath trace = trace(id);
      assertThat(trace.getString("correlationId")).isEqualTo(correlation);
      assertThat(trace.<Object>get("asked")).isEqualTo(raised.get("position"));
      assertThat(types(trace)).contains("VitalSignsRecorded", "BreachBegan", "AlertRaised");
    }
  }

  @Test
  void what_several_streams_took_of_one_request_has_one_correlation_and_no_cause() {
    String patient = api.registerPatient();
    Response admitted =
        api.given()
            .body(Map.of("ward", ward, "bed", "1"))
            .post("/patients/{id}/admission", patient);

    JsonPath trace = trace(correlationOf(admitted));

    assertThat(types(trace)).contains("PatientAdmitted", "BedOccupied", "MonitoringStarted");
    assertThat(trace.getList("events.cause")).containsOnlyNulls();
    assertThat(trace.getList("events.actor")).containsOnly("demo");
  }

  @Test
  void the_same_request_again_is_told_the_first_ones_correlation() {
    String patient = api.registerPatient();
    Map<String, String> body = Map.of("ward", ward, "bed", "1");

    List<String> told =
        List.of("first", "again").stream()
            .map(
                time ->
                    correlationOf(
                        api.given()
                            .header("Idempotency-Key", "k-" + patient)
                            .body(body)
                            .post("/patients/{id}/admission", patient)))
            .toList();

    assertThat(told.get(0)).isEqualTo(told.get(1));
  }

  @Test
  void a_long_trace_comes_in_pages_whose_causes_may_lie_on_an_earlier_one() {
    String correlation = correlationOf(deterioration(api.admittedPatient(ward, "1")));
    eventually(() -> assertThat(types(trace(correlation))).contains("AlertRaised"));
    JsonPath whole = trace(correlation);
    int events = whole.getList("events").size();

    JsonPath first = api.get(TRACE + correlation + "?limit=" + (events - 1));
    JsonPath second = api.get(TRACE + correlation + "?cursor=" + first.getString("next"));

    assertThat(first.getList("events")).hasSize(events - 1);
    assertThat(second.getList("events"))
        .isEqualTo(whole.getList("events").subList(events - 1, events));
    assertThat(second.<Object>get("next")).isNull();
  }

  @Test
  void what_is_not_in_the_log_has_no_trace() {
    for (String id : List.of("0", "999999999999", "nolog-1", UUID.randomUUID().toString())) {
      api.given().get(TRACE + id).then().statusCode(404);
    }
  }

  private Response deterioration(String patient) {
    Map<String, Object> set = new HashMap<>(Api.wellSet());
    set.putAll(Api.deterioration());
    return api.given().body(set).post("/patients/{id}/observations", patient);
  }

  private JsonPath trace(Object id) {
    return api.get(TRACE + id);
  }

  private static String correlationOf(Response response) {
    return response
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300))
        .extract()
        .header("X-Correlation-Id");
  }

  private static List<String> types(JsonPath trace) {
    return trace.getList("events.type");
  }

  private static Map<String, Object> the(String type, JsonPath trace) {
    return trace.getMap("events.find { it.type == '" + type + "' }");
  }
}
