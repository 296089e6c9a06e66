package health.vigil.app.appointment;

import health.vigil.app.Api;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What somebody at the reception does: books with one practitioner, tomorrow. */
final class Reception {
  private final Api api;
  private final String practitioner = "dr-" + UUID.randomUUID();
  private final Instant tomorrow =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);

  Reception(Api api) {
    this.api = api;
  }

  String practitioner() {
    return practitioner;
  }

  /** The day on whose list the bookings stand. */
  String day() {
    return tomorrow.toString().substring(0, 10);
  }

  /** Tomorrow at nine and so many minutes. */
  Instant nineAnd(int minutes) {
    return tomorrow.plus(Duration.ofHours(9)).plus(Duration.ofMinutes(minutes));
  }

  /** Half an hour from {@code start}. */
  Map<String, Object> wish(String patient, Instant start) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("patientId", patient);
    wish.put("practitionerId", practitioner);
    wish.put("start", start.toString());
    wish.put("end", start.plus(Duration.ofMinutes(30)).toString());
    wish.put("service", "cardiology");
    wish.put("reason", "Palpitations");
    return wish;
  }

  Response request(Map<String, Object> wish) {
    return api.given().body(wish).post("/appointments");
  }

  /** Books half an hour for a new patient. */
  String booked(Instant start) {
    Response made = request(wish(api.registerPatient(), start));
    made.then().statusCode(201);
    return made.jsonPath().getString("appointmentId");
  }

  /** Takes a step that has no body. */
  Response step(String appointment, String step) {
    return api.given().post("/appointments/{id}/{step}", appointment, step);
  }

  Response step(String appointment, String step, Map<String, ?> body) {
    return api.given().body(body).post("/appointments/{id}/{step}", appointment, step);
  }

  Response reschedule(String appointment, Instant start) {
    String end = start.plus(Duration.ofMinutes(30)).toString();
    return step(appointment, "reschedule", Map.of("start", start.toString(), "end", end));
  }

  /** The appointment as it stands at the latest after {@code written}. */
  Response look(String appointment, Response written) {
    return api.given()
        .queryParam("minPosition", written.jsonPath().getLong("position"))
        .get("/appointments/{id}", appointment);
  }
}
