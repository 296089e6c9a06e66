package health.vigil.e2e;

import health.vigil.e2e.Http.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Invented patients and what is measured on them. */
public final class Patients {
  private final Http http;

  public Patients(Http http) {
    this.http = http;
  }

  /** Registers and admits; answers the patient's id. */
  public String admit(String ward, String bed) throws IOException, InterruptedException {
    String patient = register(ward, bed);
    admit(patient, ward, bed, Instant.now().minusSeconds(60));
    return patient;
  }

  /** Registers a patient who is named after the bed; answers the patient's id. */
  public String register(String ward, String bed) throws IOException, InterruptedException {
    return http.post(
            "/patients",
            Map.of(
                "mrn", "E2E-" + ward + "-" + bed,
                "familyName", "Muster",
                "givenName", "Bett " + bed,
                "birthDate", "1957-03-04",
                "sex", "FEMALE"))
        .expect(201)
        .text("patientId");
  }

  public void admit(String patient, String ward, String bed, Instant admittedAt)
      throws IOException, InterruptedException {
    http.post(
            "/patients/" + patient + "/admission",
            Map.of("ward", ward, "bed", bed, "admittedAt", admittedAt.toString()))
        .expect(200);
  }

  public Answer observe(String patient, Map<String, ?> set)
      throws IOException, InterruptedException {
    return http.post("/patients/" + patient + "/observations", set);
  }

  /** A total of 0. */
  public static Map<String, Object> well(Instant measuredAt, String messageId) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("measuredAt", measuredAt.toString());
    set.put("respirationRate", 16);
    set.put("oxygenSaturation", 98);
    set.put("supplementalOxygen", false);
    set.put("systolicBloodPressure", 124);
    set.put("diastolicBloodPressure", 76);
    set.put("pulse", 72);
    set.put("consciousness", "ALERT");
    set.put("temperature", 36.8);
    set.put("messageId", messageId);
    return set;
  }

  /** A total of 5: respiration 2, saturation 1, pulse 1, temperature 1. */
  public static Map<String, Object> unwell(Instant measuredAt, String messageId) {
    Map<String, Object> set = well(measuredAt, messageId);
    set.put("respirationRate", 22);
    set.put("oxygenSaturation", 95);
    set.put("pulse", 105);
    set.put("temperature", 38.5);
    return set;
  }

  /** A total of 12: respiration 3, saturation 3, systolic 3, pulse 3. */
  public static Map<String, Object> critical(Instant measuredAt, String messageId) {
    Map<String, Object> set = well(measuredAt, messageId);
    set.put("respirationRate", 28);
    set.put("oxygenSaturation", 90);
    set.put("systolicBloodPressure", 86);
    set.put("pulse", 134);
    return set;
  }
}
