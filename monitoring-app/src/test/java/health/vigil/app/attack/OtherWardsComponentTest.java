package health.vigil.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A nurse of one ward reaches for what is another's, by what bodies and parameters name. */
@QuarkusTest
class OtherWardsComponentTest extends ComponentTestBase {
  @Inject EventLog log;

  private final String own = api.newWard();
  private final String other = api.newWard();
  private String ours = "";
  private String theirs = "";
  private Attacker nurse;

  @BeforeEach
  void there_is_a_patient_in_each_ward() {
    ours = api.admittedPatient(own, "1");
    theirs = api.admittedPatient(other, "1");
    nurse = Attacker.nurseOf(own, log);
  }

  @Test
  void nobody_is_admitted_into_another_ward() {
    String patient = api.registerPatient();

    denied("/patients/" + patient + "/admission", Map.of("ward", other, "bed", "2"));
    assertThat(nurse.recorded()).isEmpty();

    nurse.api().admit(patient, own, "2");
    assertThat(nurse.recorded()).contains("PatientAdmitted");
  }

  @Test
  void beds_are_swapped_among_ones_own_patients() {
    denied("/patients/" + ours + "/bed-swap", Map.of("otherPatientId", theirs));
    denied("/patients/" + ours + "/bed-swap", Map.of("otherPatientId", nobody()));
    assertThat(nurse.recorded()).isEmpty();
  }

  @Test
  void no_observation_is_moved_to_somebody_elses_patient() {
    String set = api.observe(ours, Map.of()).getString("observationId");

    denied(
        "/patients/" + ours + "/observations/" + set + "/retraction",
        Map.of("reason", "wrong patient", "movedTo", theirs));
    assertThat(nurse.recorded()).isEmpty();
  }

  @Test
  void who_moves_a_patient_to_another_ward_has_the_patient_no_longer() {
    nurse.api().post("/patients/" + ours + "/transfer", Map.of("ward", other, "bed", "2"), 200);

    eventually(() -> assertThat(get("/patients/" + ours + "/chart").statusCode()).isEqualTo(403));
    denied("/patients/" + ours + "/transfer", Map.of("ward", own, "bed", "1"));
  }

  @Test
  void a_search_finds_who_lies_in_ones_own_ward_or_nowhere() {
    String family = Api.unique("Wards");
    String here = api.registerPatient(Map.of("familyName", family, "givenName", "Here"));
    String nowhere = api.registerPatient(Map.of("familyName", family, "givenName", "Nowhere"));
    String there = api.registerPatient(Map.of("familyName", family, "givenName", "There"));
    api.admit(here, own, "2");
    long position = api.admit(there, other, "2");

    assertThat(
            nurse
                .api()
                .post("/patients/search?minPosition=" + position, Map.of("name", family), 200)
                .getList("items.patientId", String.class))
        .containsExactlyInAnyOrder(here, nowhere);
    denied("/patients/search", Map.of("ward", other));
  }

  @Test
  void a_search_tells_nothing_of_who_lies_elsewhere() {
    String family = Api.unique("Wards");
    String there = api.registerPatient(Map.of("familyName", family));
    long position = api.admit(there, other, "2");
    String search = "/patients/search?limit=1&minPosition=" + position;

    JsonPath page = nurse.api().post(search, Map.of("name", family), 200);
    assertThat(page.getList("items")).isEmpty();
    assertThat(page.getString("next")).isNull();
    assertThat(nurse.api().post(search + "&cursor=" + there, Map.of(), 422).getMap(""))
        .isEqualTo(nurse.api().post(search + "&cursor=" + nobody(), Map.of(), 422).getMap(""));
  }

  @Test
  void alerts_are_those_of_ones_own_wards() {
    api.observe(ours, Api.deterioration());
    api.observe(theirs, Api.deterioration());
    eventually(() -> assertThat(api.get("/alerts?ward=" + other).getList("items")).isNotEmpty());
    eventually(() -> assertThat(api.get("/alerts?ward=" + own).getList("items")).isNotEmpty());

    assertThat(nurse.api().get("/alerts?limit=500").getList("items.patientId", String.class))
        .isNotEmpty()
        .containsOnly(ours);
    assertThat(get("/alerts?ward=" + other).statusCode()).isEqualTo(403);
  }

  @Test
  void an_alert_of_another_ward_can_not_be_told_from_one_that_never_was() {
    api.observe(theirs, Api.deterioration());
    eventually(() -> assertThat(api.get("/alerts?ward=" + other).getList("items")).isNotEmpty());
    String alert = api.get("/alerts?ward=" + other).getString("items[0].alertId");

    for (String path : new String[] {"", "/explanation"}) {
      assertThat(problem(get("/alerts/" + alert + path)))
          .isEqualTo(problem(get("/alerts/alert-" + nobody() + path)))
          .containsEntry("status", 403);
    }
    denied("/alerts/" + alert + "/acknowledgement", Map.of());
    assertThat(nurse.recorded()).isEmpty();
  }

  @Test
  void a_patient_of_another_ward_can_not_be_told_from_an_id_that_nobody_has() {
    for (String path :
        new String[] {"", "/chart", "/history", "/observations", "/monitoring-plan"}) {
      assertThat(problem(get("/patients/" + theirs + path)))
          .isEqualTo(problem(get("/patients/" + nobody() + path)))
          .containsEntry("status", 403);
    }
  }

  @Test
  void appointments_are_of_ones_own_patients() {
    Map<String, Object> booking = booking(theirs);
    String theirsToo = api.post("/appointments", booking, 201).getString("appointmentId");
    String practitioner = String.valueOf(booking.get("practitionerId"));

    denied("/appointments", booking(theirs));
    for (String step : new String[] {"confirmation", "check-in", "fulfilment", "no-show"}) {
      denied("/appointments/" + theirsToo + "/" + step, Map.of());
    }
    denied("/appointments/" + theirsToo + "/cancellation", Map.of("reason", "not mine"));
    assertThat(problem(get("/appointments/" + theirsToo)))
        .isEqualTo(problem(get("/appointments/" + nobody())));
    assertThat(
            nurse
                .api()
                .get("/practitioners/" + practitioner + "/appointments?date=2031-03-03")
                .getList("items"))
        .isEmpty();
    assertThat(nurse.recorded()).isEmpty();
    nurse.api().post("/appointments", booking(ours), 201);
  }

  @Test
  void devices_are_those_of_ones_own_patients() {
    String device = Api.unique("monitor");
    denied("/devices/" + device + "/pairing", Map.of("patientId", theirs));
    api.post("/devices/" + device + "/pairing", Map.of("patientId", theirs), 200);

    assertThat(problem(get("/devices/" + device)))
        .isEqualTo(problem(get("/devices/" + Api.unique("monitor"))))
        .containsEntry("status", 403);
    denied("/devices/" + device + "/release", Map.of());
    assertThat(nurse.recorded()).isEmpty();

    String second = Api.unique("monitor");
    nurse.api().post("/devices/" + second + "/pairing", Map.of("patientId", ours), 200);
    assertThat(nurse.api().get("/devices/" + second).getString("patientId")).isEqualTo(ours);
  }

  @Test
  void a_device_that_stayed_when_its_patient_left_is_released_by_the_ward_that_paired_it() {
    String device = "/devices/" + Api.unique("monitor");
    nurse.api().post(device + "/pairing", Map.of("patientId", ours), 200);
    api.post("/patients/" + ours + "/transfer", Map.of("ward", other, "bed", "3"), 200);
    String next = api.admittedPatient(own, "1");

    nurse.api().post(device + "/pairing", Map.of("patientId", next), 409);
    assertThat(nurse.api().get(device).getString("patientId")).isEqualTo(ours);
    nurse.api().post(device + "/release", Map.of(), 200);
    nurse.api().post(device + "/pairing", Map.of("patientId", next), 200);

    Attacker third = Attacker.nurseOf(other, log);
    assertThat(third.api().given().post(device + "/release").statusCode()).isEqualTo(403);
  }

  private static Map<String, Object> booking(String patient) {
    Instant start = Instant.parse("2031-03-03T10:00:00Z");
    Map<String, Object> booking = new HashMap<>();
    booking.put("patientId", patient);
    booking.put("practitionerId", Api.unique("dr"));
    booking.put("start", start.toString());
    booking.put("end", start.plus(1, ChronoUnit.HOURS).toString());
    return booking;
  }

  private void denied(String path, Map<String, ?> body) {
    nurse
        .api()
        .given()
        .body(body)
        .post(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  private Response get(String path) {
    return nurse.api().given().get(path);
  }

  private static Map<String, Object> problem(Response response) {
    return response.jsonPath().getMap("");
  }

  private static String nobody() {
    return UUID.randomUUID().toString();
  }
}
