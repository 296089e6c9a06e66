package health.vigil.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What has come over a live stream so far; heartbeats are left out. */
final class Frames implements AutoCloseable {
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<HttpResponse<Stream<String>>> response;
  private final CompletableFuture<Void> reading;

  /** One server-sent event. */
  record Frame(String id, String event, JsonNode data) {
    long position() {
      return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    JsonNode payload() {
      return data.path("payload");
    }
  }

  private Frames(HttpClient client, HttpRequest request) {
    this.response = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
    this.reading = response.thenAcceptAsync(this::read);
  }

  static Frames of(HttpClient client, HttpRequest.Builder request) {
    return new Frames(client, request.header("Accept", "text/event-stream").build());
  }

  List<Frame> all() {
    return List.copyOf(frames);
  }

  List<Frame> of(String event) {
    return frames.stream().filter(frame -> frame.event().equals(event)).toList();
  }

  private void read(HttpResponse<Stream<String>> answer) {
    Map<String, String> fields = new HashMap<>();
    answer
        .body()
        .forEach(
            line -> {
              if (line.isEmpty()) {
                end(fields);
                fields.clear();
              } else if (!line.startsWith(":")) {
                int colon = line.indexOf(':');
                fields.merge(
                    line.substring(0, colon), line.substring(colon + 1).trim(), String::concat);
              }
            });
  }

  private void end(Map<String, String> fields) {
    String event = fields.getOrDefault("event", "");
    if (event.isEmpty() || event.equals("heartbeat")) {
      return;
    }
    try {
      JsonNode data = Http.JSON.readTree(fields.getOrDefault("data", "{}"));
      frames.add(new Frame(fields.getOrDefault("id", ""), event, data));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (response.isDone() && !response.isCompletedExceptionally()) {
      response.join().body().close();
    }
    reading.cancel(true);
  }
}
