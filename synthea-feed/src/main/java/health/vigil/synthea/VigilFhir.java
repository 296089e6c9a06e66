package health.vigil.synthea;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vigil's FHIR endpoint. */
final class VigilFhir {
  /** Answers that say nothing about what was sent; sending it once more is safe. */
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  private static final Duration ONE_TRY = Duration.ofMinutes(1);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final @Nullable String token;
  private final Duration patience;
  private final Waiting waiting;

  /**
   * Shows this token with every call.
   *
   * @param token null to show none
   */
  VigilFhir(URI vigil, @Nullable String token, Duration patience, Waiting waiting) {
    this.token = token;
    this.base = URI.create(vigil.toString().replaceAll("/+$", "") + "/fhir/R4");
    this.patience = patience;
    this.waiting = waiting;
  }

  /** What Vigil answered; the body is missing where it is not JSON. */
  record Answer(int status, JsonNode body) {}

  /**
   * Asks once for the CapabilityStatement.
   *
   * @throws GaveUp when nothing answers, or something that is not this FHIR endpoint
   */
  void check() throws InterruptedException {
    try {
      Answer answer = accepted(once(request("/metadata").GET().build()).answer());
      if (!answer.body().path("resourceType").asText().equals("CapabilityStatement")) {
        throw new GaveUp("there is no FHIR R4 endpoint at " + base + " (" + answer.status() + ")");
      }
    } catch (IOException e) {
      throw new GaveUp(
          "nothing answers at " + base + ": is Vigil running? (./vigil demo, in another terminal)",
          e);
    }
  }

  /** How long one Bundle is tried, its entries included. */
  Patience patience() {
    return new Patience(waiting, patience);
  }

  /** Whether a status says nothing about what was sent: sent again it may go well. */
  static boolean isPassing(int status) {
    return PASSING.contains(status);
  }

  /**
   * Posts until there is an answer to what was sent.
   *
   * @throws GaveUp when there is none for too long
   */
  Answer post(byte[] bundle, Patience left) throws InterruptedException {
    HttpRequest request =
        request("")
            .header("Content-Type", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bundle))
            .build();
    while (true) {
      try {
        Try tried = once(request);
        if (!isPassing(tried.answer().status())) {
          return accepted(tried.answer());
        }
        left.after("Vigil answers " + tried.answer().status(), tried.retryAfter());
      } catch (IOException e) {
        left.after("the connection to Vigil fails", null);
      }
    }
  }

  private record Try(Answer answer, @Nullable Duration retryAfter) {}

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ONE_TRY)
            .header("Accept", "application/fhir+json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Nothing that is sent with this token will be answered otherwise. */
  private Answer accepted(Answer answer) {
    if (answer.status() == 401 || answer.status() == 403) {
      throw new GaveUp(
          "Vigil does not accept the token: VIGIL_TOKEN has to be one of the role integration that has not expired");
    }
    return answer;
  }

  private Try once(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Try(new Answer(response.statusCode(), json(response.body())), retryAfter(response));
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }
}
