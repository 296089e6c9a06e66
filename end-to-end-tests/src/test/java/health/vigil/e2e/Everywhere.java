package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whatever the API's document lists to be read, asked about one patient. A path with a parameter
 * that nobody has thought of here is told, so that no new one is left out.
 */
final class Everywhere {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String STREAM = "/api/v1/stream";
  private static final String EXPORTED = "/api/v1/audit/exports/{exportId}/events";

  /** Who is not admitted has none. */
  private static final String PLAN = "/monitoring-plan";

  private static final String MOST = "?limit=500";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Vigil vigil;
  private final Map<String, String> places;
  private final Instant past;

  /**
   * @param places values for the parameters of paths
   * @param past when the patient was still in bed
   */
  Everywhere(Vigil vigil, Map<String, String> places, Instant past) {
    this.vigil = vigil;
    this.places = places;
    this.past = past;
  }

  /** All that is answered; an export also stays in a folder. */
  byte[] shown(Path exports) throws IOException, InterruptedException {
    String export =
        vigil.http().post("/audit/exports", Map.of("reason", "test")).expect(201).text("id");
    places.put("exportId", export);
    StringBuilder shown = new StringBuilder();
    for (String path : readable()) {
      shown.append(get(path));
    }
    for (String path : further()) {
      shown.append(get(path));
    }
    Path kept = Files.createTempFile(exports, "export", ".ndjson");
    Files.writeString(kept, get(filled(EXPORTED)));
    shown.append(searched("mrn", UnmistakablePatient.MRN));
    shown.append(searched("name", UnmistakablePatient.FAMILY));
    shown.append(streamed());
    return shown.toString().getBytes(UTF_8);
  }

  private List<String> readable() throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    JsonNode document = Http.JSON.readTree(get("/q/openapi?format=json"));
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getValue().has("get") && !path.getKey().equals(STREAM)) {
                paths.add(filled(path.getKey()));
              }
            });
    assertThat(paths).hasSizeGreaterThan(20);
    return paths;
  }

  private String filled(String path) {
    return PARAMETER.matcher(path).replaceAll(this::value);
  }

  private String value(MatchResult parameter) {
    String name = parameter.group(1);
    return Objects.requireNonNull(
        places.get(name), () -> "nobody knows what to ask for as " + name);
  }

  /** The same with the parameters that show more. */
  private List<String> further() {
    String patient = "/api/v1/patients/" + places.get("patientId");
    String ward = places.get("ward");
    return List.of(
        patient + "?asOf=" + past,
        patient + "?asOf=" + Instant.now().minusMillis(1),
        "/api/v1/wards/" + ward + "/board?asOf=" + past,
        patient + "/history" + MOST,
        "/api/v1/audit/log" + MOST,
        "/api/v1/audit/log" + MOST + "&patient=" + places.get("patientId"),
        "/api/v1/audit/access" + MOST,
        "/api/v1/alerts?ward=" + ward);
  }

  private String searched(String field, String value) throws IOException, InterruptedException {
    return vigil.http().post("/patients/search", Map.of(field, value)).expect(200).body() + "\n";
  }

  /** The stay once more, over the live stream. */
  private String streamed() {
    try (Frames frames = vigil.http().stream("position=0")) {
      await("the discharge is streamed").until(() -> !frames.of("PatientDischarged").isEmpty());
      return frames.all().toString();
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(vigil.url().resolve(path))
            .header("Authorization", "Bearer " + vigil.token())
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode())
        .as(path + ": " + response.body())
        .isIn(200, path.endsWith(PLAN) ? 404 : 200);
    return response.body() + "\n";
  }
}
