package health.vigil.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppointmentComponentTest extends ComponentTestBase {
  private Reception reception;

  @BeforeEach
  void open_the_reception() {
    reception = new Reception(api);
  }

  @Test
  void an_appointment_lives_from_request_to_fulfilment() {
    String id = reception.booked(reception.nineAnd(0));

    assertStatus(id, reception.step(id, "confirmation"), "BOOKED");
    assertStatus(id, reception.step(id, "check-in"), "CHECKED_IN");
    assertStatus(id, reception.step(id, "fulfilment"), "FULFILLED");
  }

  @Test
  void a_request_says_where_the_appointment_is_found() {
    String patient = api.registerPatient();

    Response made = reception.request(reception.wish(patient, reception.nineAnd(0)));

    String id = made.jsonPath().getString("appointmentId");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith("/api/v1/appointments/" + id);
    Response found = reception.look(id, made);
    assertThat(found.jsonPath().getMap("$"))
        .isEqualTo(
            Map.of(
                "appointmentId",
                id,
                "patientId",
                patient,
                "practitionerId",
                reception.practitioner(),
                "start",
                reception.nineAnd(0).toString(),
                "end",
                reception.nineAnd(30).toString(),
                "status",
                "PENDING",
                "service",
                "cardiology"));
  }

  @Test
  void a_step_out_of_turn_is_told_the_state_and_what_is_accepted() {
    String id = reception.booked(reception.nineAnd(0));

    Response refused = reception.step(id, "fulfilment");

    assertProblem(refused, 409, "wrong-state");
    assertThat(refused.jsonPath().getString("state")).isEqualTo("PENDING");
    assertThat(refused.jsonPath().getList("allowed")).isEqualTo(List.of("CHECKED_IN"));
  }

  @Test
  void nobody_misses_an_appointment_before_it_starts() {
    String id = reception.booked(reception.nineAnd(0));
    reception.step(id, "confirmation").then().statusCode(200);

    assertProblem(reception.step(id, "no-show"), 409, "not-started");
  }

  @Test
  void a_patient_who_does_not_come_is_a_no_show_when_the_grace_time_ends() {
    Instant soon = Instant.now().plusSeconds(2);
    String id = reception.booked(soon);
    Response confirmed = reception.step(id, "confirmation");

    assertStatus(id, confirmed, "BOOKED");
    eventually(() -> assertStatus(id, confirmed, "NOSHOW"));
  }

  @Test
  void a_cancelled_appointment_gives_its_time_back() {
    String id = reception.booked(reception.nineAnd(0));
    Response cancelled = reception.step(id, "cancellation", Map.of("reason", "Has the flu"));

    assertStatus(id, cancelled, "CANCELLED");
    reception.booked(reception.nineAnd(0));
  }

  @Test
  void an_appointment_is_moved_to_a_free_time_only() {
    String id = reception.booked(reception.nineAnd(0));
    reception.booked(reception.nineAnd(30));

    assertProblem(reception.reschedule(id, reception.nineAnd(20)), 409, "slot-taken");
    Response moved = reception.reschedule(id, reception.nineAnd(-10));

    moved.then().statusCode(200);
    assertThat(reception.look(id, moved).jsonPath().getString("start"))
        .isEqualTo(reception.nineAnd(-10).toString());
  }

  @Test
  void a_repeated_request_books_once_and_is_answered_alike() {
    Map<String, Object> wish = reception.wish(api.registerPatient(), reception.nineAnd(0));
    String key = UUID.randomUUID().toString();

    Response first = api.given().header("Idempotency-Key", key).body(wish).post("/appointments");
    Response again = api.given().header("Idempotency-Key", key).body(wish).post("/appointments");
    wish.put("reason", "Something else");
    Response other = api.given().header("Idempotency-Key", key).body(wish).post("/appointments");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertProblem(other, 422, "key-reused");
  }

  @Test
  void what_is_not_acceptable_is_told_by_field() {
    Map<String, Object> wish = reception.wish(api.registerPatient(), reception.nineAnd(0));
    wish.put("end", reception.nineAnd(4).toString());
    assertInvalid(reception.request(wish), "end");

    wish.put("start", Instant.EPOCH.toString());
    assertInvalid(reception.request(wish), "end", "start");

    wish.remove("start");
    wish.remove("practitionerId");
    assertInvalid(reception.request(wish), "practitionerId", "start");

    String id = reception.booked(reception.nineAnd(0));
    assertInvalid(reception.step(id, "cancellation", Map.of("reason", " ")), "reason");
  }

  @Test
  void whom_nobody_knows_is_not_found() {
    String nobody = UUID.randomUUID().toString();

    assertProblem(
        reception.request(reception.wish(nobody, reception.nineAnd(0))), 404, "patient-not-found");
    assertProblem(reception.step(nobody, "confirmation"), 404, "appointment-not-found");
    assertProblem(api.given().get("/appointments/{id}", nobody), 404, "appointment-not-found");
  }

  private void assertStatus(String appointment, Response written, String status) {
    written.then().statusCode(200);
    assertThat(reception.look(appointment, written).jsonPath().getString("status"))
        .isEqualTo(status);
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/" + code);
    assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
  }

  private static void assertInvalid(Response response, String... fields) {
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.jsonPath().<String>getList("errors.field")).containsExactly(fields);
  }
}
