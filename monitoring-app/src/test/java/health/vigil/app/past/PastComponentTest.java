package health.vigil.app.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastComponentTest extends ComponentTestBase {
  private static final int STEPS = 100;
  private static final List<String> FOLLOWERS =
      List.of("ward-board", "patient-chart", "episode-alert");

  @Inject EventLog log;
  @Inject ProcessorPositions positions;

  /** What was shown at a time. */
  private record Moment(
      Instant time, long position, Map<String, Object> boards, Map<String, Object> patients) {}

  @Test
  void whatever_happens_each_board_and_each_patient_is_shown_again_as_it_was() {
    WardLife life = new WardLife(api, 20261123);
    List<Moment> moments = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      life.goOn();
      if (step % 5 == 4) {
        moments.add(shown(life));
      }
    }

    for (Moment moment : moments) {
      moment.boards().forEach((ward, rows) -> assertThat(pastRows(ward, moment)).isEqualTo(rows));
      moment
          .patients()
          .forEach((id, patient) -> assertThat(pastPatient(id, moment)).isEqualTo(patient));
    }
    assertThat(moments.toString())
        .contains(
            "overdue=true", "overdue=false", "pauseReason=", "priority=", "latest=", "spo2Scale=2");
  }

  /** Once everybody has seen what happened, and nothing happens while it is looked at. */
  private Moment shown(WardLife life) {
    List<Moment> shown = new ArrayList<>();
    eventually(
        () -> {
          long head = log.head();
          assertThat(FOLLOWERS).allMatch(follower -> positions.of(follower) >= head);
          Map<String, Object> boards = new HashMap<>();
          life.wards().forEach(ward -> boards.put(ward, rows("/wards/" + ward + "/board")));
          Map<String, Object> patients = new HashMap<>();
          life.patients().forEach(id -> patients.put(id, api.get("/patients/" + id).get()));
          Instant time = Instant.now();
          assertThat(log.head()).isEqualTo(head);
          shown.add(new Moment(time, head, boards, patients));
        });
    return shown.get(shown.size() - 1);
  }

  private Object pastRows(String ward, Moment moment) {
    JsonPath past = api.get("/wards/" + ward + "/board?asOf=" + moment.time());
    assertThat(past.getLong("position")).isEqualTo(moment.position());
    assertThat(past.getLong("asOf.position")).isEqualTo(moment.position());
    return past.getList("rows");
  }

  /** Without what only the past has, which the board shows too. */
  private Object pastPatient(String id, Moment moment) {
    Map<String, Object> past =
        new HashMap<>(api.get("/patients/" + id + "?asOf=" + moment.time()).getMap(""));
    past.remove("asOf");
    past.remove("changedSince");
    Object monitoring = past.remove("monitoring");
    if (monitoring != null) {
      assertThat(moment.boards().toString()).contains(monitoring.toString());
    }
    return past;
  }

  private Object rows(String path) {
    return api.get(path).getList("rows");
  }

  @Test
  void before_anything_was_recorded_the_ward_is_empty_and_nobody_is_known() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");

    assertThat(api.get("/wards/" + ward + "/board?asOf=1999-01-01T00:00:00Z").getList("rows"))
        .isEmpty();
    api.given()
        .get("/patients/{id}?asOf=1999-01-01T00:00:00Z", patient)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/patient-not-found"));
  }

  @Test
  void a_time_that_has_not_come_or_is_none_is_refused() {
    for (String time : List.of(Instant.now().plusSeconds(60).toString(), "yesterday")) {
      for (String path : List.of("/wards/W/board", "/patients/nobody")) {
        api.given()
            .queryParam("asOf", time)
            .get(path)
            .then()
            .statusCode(422)
            .body("errors[0].field", equalTo("asOf"));
      }
    }
  }

  @Test
  void many_may_ask_at_once() {
    String ward = api.newWard();
    api.observe(api.admittedPatient(ward, "1"), Map.of());
    api.observe(api.admittedPatient(ward, "2"), Api.deterioration());
    Instant time = Instant.now();
    Object expected = rows("/wards/" + ward + "/board?asOf=" + time);

    List<CompletableFuture<Object>> answers =
        IntStream.range(0, 40)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> rows("/wards/" + ward + "/board?asOf=" + time)))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(expected));
  }
}
