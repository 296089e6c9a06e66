package health.vigil.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.e2e.Vigil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Follows the live stream and hands on what it shows, with the moment at which it came. */
final class LiveEvents implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT = "event:";
  private static final String DATA = "data:";

  private final Stream<String> lines;
  private final Consumer<Seen> each;
  private volatile boolean closed;

  private LiveEvents(Stream<String> lines, Consumer<Seen> each) {
    this.lines = lines;
    this.each = each;
  }

  /** An event as it came over the stream. */
  record Seen(String type, JsonNode data, long nanoTime, Instant at) {
    Instant recordedAt() {
      return Instant.parse(data.path("recordedAt").asText());
    }

    String patient() {
      return data.path("payload").path("patientId").asText();
    }
  }

  static LiveEvents follow(Vigil vigil, Consumer<Seen> each)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(vigil.url().resolve("/api/v1/stream"))
            .header("Authorization", "Bearer " + vigil.token())
            .header("Accept", "text/event-stream")
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    LiveEvents events =
        new LiveEvents(client.send(request, HttpResponse.BodyHandlers.ofLines()).body(), each);
    Thread reader = new Thread(events::read, "live-events");
    reader.setDaemon(true);
    reader.start();
    return events;
  }

  private void read() {
    try {
      readLines();
    } catch (UncheckedIOException e) {
      if (!closed) {
        throw e;
      }
    }
  }

  private void readLines() {
    String[] type = {""};
    lines.forEach(
        line -> {
          if (line.startsWith(EVENT)) {
            type[0] = line.substring(EVENT.length()).strip();
          } else if (line.startsWith(DATA)) {
            each.accept(seen(type[0], line.substring(DATA.length())));
          }
        });
  }

  private static Seen seen(String type, String data) {
    long nanoTime = System.nanoTime();
    Instant at = Instant.now();
    try {
      return new Seen(type, JSON.readTree(data), nanoTime, at);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame is not JSON", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    lines.close();
  }
}
