package health.vigil.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Vigil's HTTP API; no call waits for its answer. */
final class VigilApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private final Tokens tokens;

  VigilApi(URI vigil, Tokens tokens) {
    this.tokens = tokens;
    this.base = vigil.toString().replaceAll("/+$", "") + "/api/v1";
  }

  /**
   * One call.
   *
   * @param by on whose behalf
   * @param key the Idempotency-Key of a POST
   * @param ifMatch the revision that a PUT changes
   * @param body written as JSON
   */
  record Call(
      Caller by,
      String method,
      String path,
      @Nullable String key,
      @Nullable String ifMatch,
      @Nullable Object body) {
    static Call get(Caller by, String path) {
      return new Call(by, "GET", path, null, null, null);
    }

    /** With a key, so that posting again is answered as the first time. */
    static Call post(Caller by, String path, String key, Object body) {
      return new Call(by, "POST", path, key, null, body);
    }

    static Call put(Caller by, String path, String ifMatch, Object body) {
      return new Call(by, "PUT", path, null, ifMatch, body);
    }
  }

  /**
   * What Vigil answered.
   *
   * @param retryAfter seconds that Vigil asks to wait
   */
  record Answer(int status, JsonNode body, Optional<String> etag, Optional<String> retryAfter) {
    boolean ok() {
      return status / 100 == 2;
    }

    /** Whether the same call may be taken later. */
    boolean passing() {
      return status == 429 || status >= 500;
    }

    /** The problem's title, for a person to read. */
    String problem() {
      return (status + " " + body.path("title").asText("") + " " + body.path("errors")).strip();
    }
  }

  static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is sent can be written as JSON", e);
    }
  }

  CompletableFuture<Answer> send(Call call) {
    Object body = call.body();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + call.path()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + tokens.of(call.by()))
            .method(
                call.method(),
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (call.key() != null) {
      request.header("Idempotency-Key", call.key());
    }
    if (call.ifMatch() != null) {
      request.header("If-Match", call.ifMatch());
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(VigilApi::answer);
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    try {
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(response.body()) : JSON.createObjectNode(),
          response.headers().firstValue("ETag"),
          response.headers().firstValue("Retry-After"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
