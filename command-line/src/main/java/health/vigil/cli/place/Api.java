package health.vigil.cli.place;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.cli.terminal.CouldNotLook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Vigil's HTTP API. Whatever keeps a call from being answered as it should be is a {@link
 * CouldNotLook}.
 */
public final class Api {

  public static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EVERY_LINE = "application/x-ndjson";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI vigil;
  private final Optional<String> token;

  private Api(URI vigil, Optional<String> token) {
    this.vigil = vigil;
    this.token = token;
  }

  /** That of the application at this address, asked with this token. */
  static Api at(URI vigil, Optional<String> token) {
    return new Api(vigil, token);
  }

  /** A text as a part of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public JsonNode get(String path) throws InterruptedException {
    return read(request(path).GET(), answer -> JSON.readTree(answer));
  }

  /** Posts under a key of its own. */
  public <T> T post(String path, JsonNode body, Reading<T> reading) throws InterruptedException {
    return read(posting(path, body), reading);
  }

  /** Posts, tells how far it is, and answers the result. */
  public JsonNode follow(String path, Progress progress) throws InterruptedException {
    HttpRequest.Builder request =
        posting(path, JSON.createObjectNode()).setHeader("Accept", EVERY_LINE);
    return read(request, answer -> lastLine(answer, progress));
  }

  /** Reads an answer of lines while it comes. */
  public <T> T lines(String path, Reading<T> reading) throws InterruptedException {
    return read(request(path).setHeader("Accept", EVERY_LINE).GET(), reading);
  }

  /** How far something has come. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long of);
  }

  /** Reads an answer. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(InputStream answer) throws IOException;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(vigil.toString().replaceAll("/+$", "") + "/api/v1" + path))
            .timeout(PATIENCE)
            .setHeader("Accept", "application/json");
    token.ifPresent(shown -> request.setHeader("Authorization", "Bearer " + shown));
    return request;
  }

  private HttpRequest.Builder posting(String path, JsonNode body) {
    return request(path)
        .setHeader("Content-Type", "application/json")
        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private <T> T read(HttpRequest.Builder request, Reading<T> reading) throws InterruptedException {
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      if (response.statusCode() / 100 != 2) {
        throw Problems.of(vigil, response.statusCode(), body);
      }
      return reading.of(body);
    } catch (JacksonException e) {
      throw Problems.notVigil(vigil, e);
    } catch (IOException e) {
      throw new CouldNotLook(
          "The connection to Vigil at %s was lost before the answer was complete. Is it still running? Ask again."
              .formatted(vigil),
          e);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new CouldNotLook(
          "No Vigil answers at %s. Start it with ./vigil serve, or say where it is with --url."
              .formatted(vigil),
          e);
    }
  }

  /** Lines of progress, then the result or a problem. */
  private JsonNode lastLine(InputStream answer, Progress progress) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode node = JSON.readTree(line);
      if (node.has("result")) {
        return node.get("result");
      }
      if (node.has("problem")) {
        throw Problems.of(node.get("problem"));
      }
      progress.at(node.at("/progress/done").asLong(), node.at("/progress/of").asLong());
    }
    throw new IOException("the answer has no result");
  }
}
