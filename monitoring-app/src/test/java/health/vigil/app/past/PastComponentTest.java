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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastComponentTest extends ComponentTestBase {
  private static final int STEPS = 100;
  private static final List<String> FOLLOWERS =
      List.of("ward-board", "patient-chart", "episode-alert");

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  /** Of a patient who is well: twelve hours, and a tenth of it. */
  private static final Duration INTERVAL_AND_GRACE = Duration.ofMinutes(12 * 60 + 72);

  private static final List<String> STATE =
      List.of(
          "SELECT position, hash FROM vigil.log_head",
          "SELECT stream_id, sequence_number FROM vigil.snapshots",
          "SELECT processor_name, segment, token FROM vigil.tokens",
          "SELECT task_name, task_instance, execution_time FROM vigil.scheduled_tasks",
          "SELECT * FROM vigil.sagas",
          "SELECT * FROM vigil.dead_letters",
          "SELECT * FROM vigil.projection_progress",
          "SELECT * FROM vigil.ward_board_bed",
          "SELECT * FROM vigil.ward_board_stay",
          "SELECT * FROM vigil.patient_directory",
          "SELECT * FROM vigil.chart_observation",
          "SELECT * FROM vigil.chart_plan",
          "SELECT relname FROM pg_class WHERE relpersistence = 't'");

  @Inject DataSource dataSource;
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

  @Test
  void what_is_known_now_differently_is_told_apart() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    String other = api.admittedPatient(ward, "2");
    Instant before = Instant.now();
    String mistyped = observation(patient, Api.deterioration());
    String anothers = observation(patient, Map.of("pulse", 99));
    observation(patient, Map.of());
    Instant then = Instant.now();
    String later = observation(patient, Map.of());
    change(patient, later, "correction", correction());
    change(patient, mistyped, "correction", correction());
    change(patient, anothers, "retraction", Map.of("reason", "wrong patient", "movedTo", other));

    JsonPath past = api.get("/patients/" + patient + "?asOf=" + then);
    assertThat(past.getList("changedSince.observationId")).isEqualTo(List.of(mistyped, anothers));
    assertThat(past.getString("changedSince[0].standing")).isEqualTo("CORRECTED");
    assertThat(past.getString("changedSince[0].then.score.band")).isEqualTo("HIGH");
    assertThat(past.getInt("changedSince[0].now.score.total")).isZero();
    assertThat(past.getList("changedSince[0].changes.type"))
        .isEqualTo(List.of("ObservationCorrected"));
    assertThat(past.getString("changedSince[0].changes[0].actor")).isNotBlank();
    assertThat(past.getLong("changedSince[0].changes[0].position"))
        .isGreaterThan(past.getLong("asOf.position"));
    assertThat(past.getString("changedSince[1].standing")).isEqualTo("RETRACTED");
    assertThat(past.getInt("changedSince[1].then.values.pulse")).isEqualTo(99);
    assertThat(past.<Object>get("changedSince[1].now")).isNull();
    assertThat(past.getString("changedSince[1].movedTo")).isEqualTo(other);
    for (Instant nothingChangedSince : List.of(before, Instant.now())) {
      assertThat(
              api.get("/patients/" + patient + "?asOf=" + nothingChangedSince)
                  .getList("changedSince"))
          .isEmpty();
    }
  }

  private String observation(String patient, Map<String, ?> values) {
    return api.observe(patient, values).getString("observationId");
  }

  private void change(String patient, String set, String change, Map<String, ?> body) {
    api.post("/patients/" + patient + "/observations/" + set + "/" + change, body, 200);
  }

  private static Map<String, Object> correction() {
    Map<String, Object> correction = Api.wellSet();
    correction.put("reason", "mistyped");
    return correction;
  }

  @Test
  void whether_an_observation_was_overdue_is_judged_at_that_time() {
    String ward = api.newWard();
    String patient = api.registerPatient();
    api.post(
        "/patients/" + patient + "/admission",
        Map.of("ward", ward, "bed", "1", "admittedAt", Instant.now().minus(TWO_DAYS).toString()),
        200);
    Instant measuredAt = Instant.now().minus(INTERVAL_AND_GRACE).plusSeconds(5);
    api.observe(patient, Map.of("measuredAt", measuredAt.toString()));
    Instant inTime = log.read(log.head() - 1, 1).get(0).recordedAt();

    eventually(() -> assertThat(overdue("/wards/" + ward + "/board")).isEqualTo(List.of(true)));
    assertThat(overdue("/wards/" + ward + "/board?asOf=" + inTime)).isEqualTo(List.of(false));
    assertThat(overdue("/wards/" + ward + "/board?asOf=" + Instant.now())).isEqualTo(List.of(true));
  }

  private List<Boolean> overdue(String board) {
    return api.get(board).getList("rows.patient.overdue");
  }

  /** Timers of other tests may change something meanwhile; then it is looked at again. */
  @Test
  void nothing_is_written() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    String set = observation(patient, Api.deterioration());
    Instant time = Instant.now();
    change(patient, set, "correction", correction());

    eventually(
        () -> {
          List<String> before = state();
          for (int i = 0; i < 10; i++) {
            api.get("/wards/" + ward + "/board?asOf=" + time);
            api.get("/patients/" + patient + "?asOf=" + time);
          }
          assertThat(state()).isEqualTo(before);
        });
  }

  /** Each table in short, without who claims what and when; and the temporary tables there are. */
  private List<String> state() throws SQLException {
    List<String> state = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String rows : STATE) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) || ' ' || md5(string_agg(r::text, ' ' ORDER BY r::text)) FROM ("
                    + rows
                    + ") r")) {
          row.next();
          state.add(rows + ": " + row.getString(1));
        }
      }
    }
    return state;
  }
}
