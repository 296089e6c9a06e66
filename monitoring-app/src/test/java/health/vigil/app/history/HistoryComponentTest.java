package health.vigil.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryComponentTest extends ComponentTestBase {
  @Test
  void a_history_tells_every_event_with_its_actor_and_trace() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String patient = api.registerPatient();
    api.given()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .body(Map.of("ward", api.newWard(), "bed", "1"))
        .post("/patients/{id}/admission", patient)
        .then()
        .statusCode(200);

    JsonPath history = api.get("/patients/" + patient + "/history");
    assertThat(history.getList("items.type"))
        .contains("PatientRegistered", "MrnClaimed", "PatientAdmitted", "BedOccupied");
    assertThat(history.getList("items.actor")).containsOnly("demo");
    assertThat(history.getList("items.findAll { it.type == 'PatientAdmitted' }.traceId"))
        .isEqualTo(List.of(trace));
  }

  @Test
  void personal_data_is_readable_in_the_patients_own_record() {
    String patient = api.registerPatient();

    assertThat(
            api.get("/patients/" + patient + "/history")
                .getString("items[0].payload.demographics.familyName"))
        .isEqualTo("Meadows");
  }

  @Test
  void a_history_comes_in_pages_with_nothing_missed_and_nothing_twice() {
    String patient = api.admittedPatient(api.newWard(), "1");
    api.observe(patient, Api.deterioration());
    List<Object> whole = api.get("/patients/" + patient + "/history").getList("items.position");

    List<Object> inPages = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      JsonPath page = api.get("/patients/" + patient + "/history?limit=2" + cursor);
      inPages.addAll(page.getList("items.position"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(inPages.subList(0, whole.size())).isEqualTo(whole).doesNotHaveDuplicates();
  }

  @Test
  void nobody_has_no_history() {
    api.given().get("/patients/nobody/history").then().statusCode(404);
  }
}
