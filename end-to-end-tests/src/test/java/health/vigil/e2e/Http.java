package health.vigil.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of the HTTP API. */
public final class Http {
  public static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final Supplier<String> token;

  /** With this token in every call of the API. */
  public Http(URI base, Supplier<String> token) {
    this.base = base;
    this.token = token;
  }

  /** Status and body of an answer. */
  public record Answer(int status, JsonNode body) {
    public Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError("expected " + expected + ", got " + status + " " + body);
      }
      return this;
    }

    public String text(String field) {
      return body.path(field).asText();
    }

    public long position() {
      return body.path("position").asLong();
    }
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return post(path, null, body);
  }

  /** Posts under an Idempotency-Key. */
  public Answer post(String path, @Nullable String key, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    return send(key == null ? request : request.header("Idempotency-Key", key));
  }

  /**
   * Puts in the place of a revision.
   *
   * @param revision as the header {@code If-Match} has it
   */
  public Answer put(String path, String revision, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", revision)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  /** Posts and does not wait for the answer. */
  public CompletableFuture<HttpResponse<byte[]>> begin(String path, Map<String, ?> body) {
    try {
      HttpRequest.Builder request =
          request(path)
              .version(HttpClient.Version.HTTP_1_1)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
      return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a map can be written", impossible);
    }
  }

  public boolean isAlive() {
    return isUp("/q/health/live");
  }

  public boolean isReady() {
    return isUp("/q/health/ready");
  }

  /** Whether everything is as it should be, what lags or is refused included. */
  public boolean isWell() {
    return isUp("/q/health");
  }

  private boolean isUp(String check) {
    try {
      HttpRequest ready =
          HttpRequest.newBuilder(base.resolve(check)).timeout(Duration.ofSeconds(5)).build();
      return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Follows the live stream until it is closed. */
  public Frames stream(String query) {
    return Frames.of(client, request("/stream?" + query, Duration.ofHours(1)));
  }

  private HttpRequest.Builder request(String path) {
    return request(path, Duration.ofSeconds(20));
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token.get());
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    byte[] body = response.body();
    return new Answer(
        response.statusCode(), body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
  }
}
