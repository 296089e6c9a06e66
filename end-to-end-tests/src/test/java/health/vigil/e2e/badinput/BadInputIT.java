package health.vigil.e2e.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of bad input has its status and its problem document, changes nothing, and leaves
 * nothing of what was sent in the log of the application.
 */
class BadInputIT {
  private static final String MARKER = Values.MARKER;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private static Path folder;

  private static Workplace workplace;
  private static Vigil vigil;
  private static String admitted;
  private static String discharged;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    workplace = Workplace.in(folder);
    vigil = workplace.start(Map.of());
    Http http = vigil.http();
    Patients patients = new Patients(http);
    admitted = patients.admit("B", "1");
    patients.observe(admitted, Patients.well(Instant.now(), "known-message")).expect(201);
    discharged = patients.admit("B", "2");
    http.post("/patients/" + discharged + "/discharge", Map.of()).expect(200);
  }

  @AfterAll
  static void stop() {
    vigil.close();
    workplace.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("health.vigil.e2e.badinput.BadJson#requests")
  void isRefused(Refused request) throws IOException, InterruptedException {
    long before = workplace.log().head();

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(request.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = Http.JSON.readTree(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + request.type());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(request.field());
    if (!request.field().isEmpty()) {
      assertThat(problem.at("/errors/0/message").asText()).as("what is accepted").isNotBlank();
    }
    nothingCameOf(answer, before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("health.vigil.e2e.badinput.BadFhir#requests")
  void isRefusedInFhir(Refused request) throws IOException, InterruptedException {
    long before = workplace.log().head();

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(request.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/fhir+json"));
    JsonNode outcome = Http.JSON.readTree(answer.body());
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(outcome.at("/issue/0/diagnostics").asText()).isNotBlank();
    assertThat(outcome.at("/issue/0/expression/0").asText())
        .as(answer.body())
        .isEqualTo(request.field());
    nothingCameOf(answer, before);
  }

  @Test
  void whoIsGoneIsChartedOutsideTheStay() throws IOException, InterruptedException {
    Http.Answer answer =
        new Patients(vigil.http())
            .observe(discharged, Patients.critical(Instant.now(), "after-the-discharge"))
            .expect(201);

    assertThat(answer.text("notScored")).isEqualTo("OUTSIDE_STAY");
    assertThat(workplace.log().of("BreachBegan")).isEmpty();
  }

  private static void nothingCameOf(HttpResponse<String> answer, long before) throws IOException {
    assertThat(answer.body()).doesNotContain(MARKER);
    assertThat(workplace.log().head()).as("nothing is recorded").isEqualTo(before);
    assertThat(vigil.log()).doesNotContain(MARKER).doesNotContain("Muster");
  }

  private static HttpResponse<String> send(Refused request)
      throws IOException, InterruptedException {
    String path = whoever(request.path());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(vigil.url() + path))
            .header("Authorization", "Bearer " + vigil.token())
            .method(request.method(), BodyPublishers.ofByteArray(body(request)));
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    headers.putAll(request.headers());
    headers.forEach(builder::setHeader);
    return CLIENT.send(builder.build(), BodyHandlers.ofString());
  }

  private static byte[] body(Refused request) {
    byte[] body = request.body();
    return request.what().contains("UTF-8")
        ? body
        : whoever(new String(body, UTF_8)).getBytes(UTF_8);
  }

  private static String whoever(String text) {
    return text.replace("{admitted}", admitted).replace("{discharged}", discharged);
  }
}
