package health.vigil.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Who and what there is, so that made-up requests can hit something. */
final class World {
  static final String WARD = "G";
  private static final List<String> VITALS =
      List.of("pulse", "temperature", "oxygenSaturation", "systolicBloodPressure", "shoeSize");

  private final List<String> patients = new ArrayList<>();
  private final List<String> observations = new ArrayList<>();
  private final List<String> alerts = new ArrayList<>();
  private final List<String> appointments = new ArrayList<>();

  /** Some patients in beds, one who is gone, one who was never admitted, an alert, a booking. */
  static World in(Http http) throws IOException, InterruptedException {
    World world = new World();
    Patients people = new Patients(http);
    for (String bed : List.of("1", "2", "3", "4")) {
      String patient = people.admit(WARD, bed);
      world.patients.add(patient);
      world.observations.add(
          people
              .observe(patient, Patients.critical(Instant.now(), "world:" + bed))
              .expect(201)
              .text("observationId"));
    }
    String gone = people.admit(WARD, "5");
    http.post("/patients/" + gone + "/discharge", Map.of()).expect(200);
    world.patients.add(gone);
    world.patients.add(people.register(WARD, "none"));
    world.appointments.add(
        http.post(
                "/appointments",
                Map.of(
                    "patientId",
                    gone,
                    "practitionerId",
                    "dr-yu",
                    "start",
                    Instant.now().plusSeconds(90_000).toString(),
                    "end",
                    Instant.now().plusSeconds(91_800).toString()))
            .expect(201)
            .text("appointmentId"));
    world.awaitAlerts(http);
    return world;
  }

  private void awaitAlerts(Http http) {
    org.awaitility.Awaitility.await("the alerts of the patients in danger")
        .until(
            () -> {
              alerts.clear();
              for (JsonNode alert : http.get("/alerts?ward=" + WARD).body().path("items")) {
                alerts.add(alert.path("alertId").asText());
              }
              return alerts.size() >= 4;
            });
  }

  List<String> patients() {
    return patients;
  }

  /** Something that exists, or could, for a field of this name. */
  Optional<String> value(String field, Random random) {
    return switch (field) {
      case "patientId", "otherPatientId", "movedTo" -> one(patients, random);
      case "observationId" -> one(observations, random);
      case "alertId" -> one(alerts, random);
      case "appointmentId" -> one(appointments, random);
      case "practitionerId" -> Optional.of("dr-yu");
      case "ward" -> Optional.of(WARD);
      case "bed" -> Optional.of(String.valueOf(random.nextInt(60)));
      case "mrn", "messageId" -> Optional.of(Values.MARKER + new UUID(0, random.nextLong()));
      case "familyName", "givenName", "reason", "temporaryLabel" -> Optional.of(Values.MARKER);
      case "measuredAt", "admittedAt", "at", "from" ->
          Optional.of(Instant.now().minusSeconds(random.nextInt(60)).toString());
      case "until", "to", "reviewBy" ->
          Optional.of(Instant.now().plusSeconds(3_600 + random.nextInt(9_000)).toString());
      case "start" -> Optional.of(slot(random, 0));
      case "end" -> Optional.of(slot(random, 1));
      default -> Optional.empty();
    };
  }

  /** Quarters of an hour over some days, far enough for nobody to be missed. */
  private static String slot(Random random, int later) {
    long quarter = (Instant.now().getEpochSecond() / 900) + 200 + random.nextInt(2_000) + later;
    return Instant.ofEpochSecond(quarter * 900).toString();
  }

  String vital(Random random) {
    return VITALS.get(random.nextInt(VITALS.size()));
  }

  private static Optional<String> one(List<String> values, Random random) {
    return Optional.of(values.get(random.nextInt(values.size())));
  }
}
