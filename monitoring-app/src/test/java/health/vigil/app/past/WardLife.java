package health.vigil.app.past;

import health.vigil.app.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What happens on two wards of a few beds, drawn by lot, always the same for a seed. What the state
 * does not allow is refused, and nothing has happened then.
 */
final class WardLife {
  private static final int BEDS = 4;
  private static final int PATIENTS = 8;

  /** So that sets may be late and observations overdue. */
  private static final Duration LONG_AGO = Duration.ofHours(40);

  private final Api api;
  private final Random chance;
  private final List<String> wards;
  private final List<String> patients = new ArrayList<>();
  private final List<Set> sets = new ArrayList<>();

  WardLife(Api api, long seed) {
    this.api = api;
    this.chance = new Random(seed);
    this.wards = List.of(api.newWard(), api.newWard());
  }

  private record Set(String patient, String id) {}

  List<String> wards() {
    return wards;
  }

  List<String> patients() {
    return List.copyOf(patients);
  }

  /** Something happens, or is refused. */
  void goOn() {
    switch (chance.nextInt(18)) {
      case 0, 1, 2 -> admit();
      case 3 -> send("/patients/" + patient() + "/transfer", place());
      case 4 -> send("/patients/" + patient() + "/bed-swap", Map.of("otherPatientId", patient()));
      case 5 -> pause();
      case 6 -> discharge();
      case 7 -> plan();
      case 8 -> correct();
      case 9 -> retract();
      case 10 -> acknowledge();
      default -> observe();
    }
  }

  /** A new patient, or one of those who may have gone. */
  private void admit() {
    String patient = patients.size() < PATIENTS ? api.registerPatient() : patient();
    Map<String, Object> admission = new HashMap<>(place());
    admission.put("admittedAt", Instant.now().minus(LONG_AGO).toString());
    send("/patients/" + patient + "/admission", admission);
    if (!patients.contains(patient)) {
      patients.add(patient);
    }
  }

  private void pause() {
    send(
        "/patients/" + patient() + "/pause",
        Map.of("reason", "OFF_WARD", "until", Instant.now().plus(1, ChronoUnit.HOURS).toString()));
  }

  private void discharge() {
    send("/patients/" + patient() + "/discharge", Map.of());
  }

  private void plan() {
    String path = "/patients/" + patient() + "/monitoring-plan";
    String revision = api.given().get(path).header("ETag");
    if (revision != null) {
      api.given()
          .header("If-Match", revision)
          .body(Map.of("spo2Scale", 1 + chance.nextInt(2), "reason", "as it was drawn"))
          .put(path);
    }
  }

  private void observe() {
    String patient = patient();
    Response answer = send("/patients/" + patient + "/observations", values());
    if (answer.statusCode() == 201) {
      sets.add(new Set(patient, answer.jsonPath().getString("observationId")));
    }
  }

  private void correct() {
    if (!sets.isEmpty()) {
      Map<String, Object> values = values();
      values.put("reason", "mistyped");
      send(path(sets.get(chance.nextInt(sets.size())), "correction"), values);
    }
  }

  private void retract() {
    if (!sets.isEmpty()) {
      Map<String, Object> body = new HashMap<>(Map.of("reason", "another patient's"));
      if (chance.nextBoolean()) {
        body.put("movedTo", patient());
      }
      send(path(sets.get(chance.nextInt(sets.size())), "retraction"), body);
    }
  }

  private void acknowledge() {
    JsonPath alerts = api.get("/alerts?ward=" + wards.get(chance.nextInt(wards.size())));
    List<String> open = alerts.getList("items.alertId");
    if (!open.isEmpty()) {
      send("/alerts/" + open.get(chance.nextInt(open.size())) + "/acknowledgement", Map.of());
    }
  }

  private static String path(Set set, String change) {
    return "/patients/" + set.patient() + "/observations/" + set.id() + "/" + change;
  }

  /** Well or ill, whole or not, just now or late. */
  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>(Api.wellSet());
    Duration ago = Duration.ofMinutes(chance.nextInt(3) == 0 ? chance.nextInt(2000) : 0);
    values.put("measuredAt", Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS).toString());
    values.put("respirationRate", 14 + chance.nextInt(14));
    values.put("pulse", 60 + chance.nextInt(80));
    if (chance.nextInt(4) == 0) {
      values.remove("temperature");
    }
    return values;
  }

  private Map<String, Object> place() {
    return Map.of(
        "ward",
        wards.get(chance.nextInt(wards.size())),
        "bed",
        Integer.toString(1 + chance.nextInt(BEDS)));
  }

  private String patient() {
    if (patients.isEmpty()) {
      admit();
    }
    return patients.get(chance.nextInt(patients.size()));
  }

  private Response send(String path, Map<String, ?> body) {
    return api.given().body(body).post(path);
  }
}
