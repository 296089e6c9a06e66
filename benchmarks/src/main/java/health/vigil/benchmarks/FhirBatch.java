package health.vigil.benchmarks;

import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many sets a second come in as FHIR batch Bundles of 100 Observations, beside the same values
 * by {@code POST observations}, over one connection, in turns? Once with five Observations that
 * make a set, once with panels that are a set each.
 */
final class FhirBatch {
  private static final int OBSERVATIONS = 100;
  private static final int PATIENTS = Integer.getInteger("patients", 20);
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final int WARM_UPS = Integer.getInteger("warmups", 20);
  private static final List<Vital> VITALS =
      List.of(
          new Vital("9279-1", "respirationRate", "16", "/min"),
          new Vital("59408-5", "oxygenSaturation", "98", "%"),
          new Vital("8480-6", "systolicBloodPressure", "124", "mm[Hg]"),
          new Vital("8867-4", "pulse", "72", "/min"),
          new Vital("8310-5", "temperature", "36.8", "Cel"));

  private final Workplace workplace;
  private final Vigil vigil;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> patients = new ArrayList<>();
  private long sets;

  private FhirBatch(Workplace workplace, Vigil vigil) {
    this.workplace = workplace;
    this.vigil = vigil;
  }

  /** A vital sign by its LOINC code, by its field of the API, and with its UCUM unit. */
  private record Vital(String loinc, String field, String value, String unit) {}

  private interface Sending {
    void send(List<String> wanted) throws IOException, InterruptedException;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> settings = Map.of("vigil.ingest.max-alert-lag", "1h");
    try (Workplace workplace = Workplace.in(Files.createTempDirectory(Path.of("target"), "fhir"));
        Vigil vigil = workplace.start(settings)) {
      new FhirBatch(workplace, vigil).run(new Patients(vigil.http()));
    }
  }

  @SuppressWarnings("SystemOut")
  private void run(Patients people) throws IOException, InterruptedException {
    for (int bed = 1; bed <= PATIENTS; bed++) {
      patients.add(people.admit("F", String.valueOf(bed)));
    }
    System.out.println("| 100 Observations as | Bundle, sets/s | plain API, sets/s | ratio |");
    System.out.println("|---|---|---|---|");
    int apart = OBSERVATIONS / VITALS.size();
    compare("five to a set", apart, this::bundleApart);
    compare("panels, each a set", OBSERVATIONS, this::bundleOfPanels);
    if (workplace.log().of("VitalSignsRecorded").size() != sets) {
      throw new IllegalStateException("not every set was recorded once");
    }
  }

  @SuppressWarnings("SystemOut")
  private void compare(String what, int size, Sending bundle)
      throws IOException, InterruptedException {
    Latencies ofBundles = new Latencies(ROUNDS);
    Latencies ofPlain = new Latencies(ROUNDS);
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      long inBundle = time(bundle, size);
      long plain = time(this::plain, size);
      if (round >= 0) {
        ofBundles.add(inBundle);
        ofPlain.add(plain);
      }
    }
    double bundled = size / ofBundles.percentile(0.5) * 1e6;
    double single = size / ofPlain.percentile(0.5) * 1e6;
    System.out.printf("| %s | %.0f | %.0f | %.1f |%n", what, bundled, single, bundled / single);
  }

  private long time(Sending sending, int size) throws IOException, InterruptedException {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      wanted.add(patients.get(i % patients.size()));
    }
    sets += size;
    long begin = System.nanoTime();
    sending.send(wanted);
    return System.nanoTime() - begin;
  }

  private void plain(List<String> wanted) throws IOException, InterruptedException {
    for (String patient : wanted) {
      Map<String, Object> set = new LinkedHashMap<>();
      set.put("measuredAt", Instant.now().toString());
      VITALS.forEach(vital -> set.put(vital.field(), Double.valueOf(vital.value())));
      set.put("messageId", UUID.randomUUID().toString());
      String path = "/api/v1/patients/" + patient + "/observations";
      post(path, Http.JSON.writeValueAsString(set), 201);
    }
  }

  private void bundleApart(List<String> wanted) throws IOException, InterruptedException {
    List<String> entries = new ArrayList<>();
    for (String patient : wanted) {
      VITALS.forEach(
          vital ->
              entries.add(observation(patient, vital.loinc(), "\"valueQuantity\":" + of(vital))));
    }
    post("/fhir/R4", bundle(entries), 200);
  }

  private void bundleOfPanels(List<String> wanted) throws IOException, InterruptedException {
    List<String> components =
        VITALS.stream()
            .map(v -> "{\"code\":" + code(v.loinc()) + ",\"valueQuantity\":" + of(v) + "}")
            .toList();
    String all = "\"component\":[" + String.join(",", components) + "]";
    List<String> entries = wanted.stream().map(p -> observation(p, "85353-1", all)).toList();
    post("/fhir/R4", bundle(entries), 200);
  }

  private static String bundle(List<String> resources) {
    List<String> entries =
        resources.stream()
            .map(
                r ->
                    "{\"request\":{\"method\":\"POST\",\"url\":\"Observation\"},\"resource\":"
                        + r
                        + "}")
            .toList();
    return "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
        + String.join(",", entries)
        + "]}";
  }

  private static String observation(String patient, String loinc, String value) {
    return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"identifier\":[{\"value\":\""
        + UUID.randomUUID()
        + "\"}],\"code\":"
        + code(loinc)
        + ",\"subject\":{\"reference\":\"Patient/"
        + patient
        + "\"},\"effectiveDateTime\":\""
        + Instant.now()
        + "\","
        + value
        + "}";
  }

  private static String code(String loinc) {
    return "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" + loinc + "\"}]}";
  }

  private static String of(Vital vital) {
    return "{\"value\":"
        + vital.value()
        + ",\"system\":\"http://unitsofmeasure.org\",\"code\":\""
        + vital.unit()
        + "\"}";
  }

  private void post(String path, String body, int expected)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(vigil.url().resolve(path))
            .header("Authorization", "Bearer " + vigil.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException("answered " + answer.statusCode());
    }
  }
}
