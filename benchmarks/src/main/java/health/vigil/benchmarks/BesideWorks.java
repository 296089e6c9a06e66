package health.vigil.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.benchmarks.BesideWork.Piece;
import health.vigil.e2e.Http;
import health.vigil.e2e.Vigil;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What operators and auditors ask for, over HTTP. */
final class BesideWorks {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final String PROJECTIONS = "/operations/projections/";
  private static final String EXPORTS = "/audit/exports";

  private final Vigil vigil;
  private final Http http;
  private final HttpClient client = HttpClient.newHttpClient();

  BesideWorks(Vigil vigil, Http http) {
    this.vigil = vigil;
    this.http = http;
  }

  /**
   * @param name "rebuild" or "verify" and a read model, "log" to verify the log, or "export"
   */
  BesideWork of(String name) {
    String[] words = name.split(" ", 2);
    Piece piece =
        switch (words[0]) {
          case "rebuild" -> () -> rebuilt(words[1]);
          case "verify" -> () -> compared(words[1]);
          case "log" -> () -> verified();
          case "export" -> () -> exported();
          default -> throw new IllegalArgumentException("no such work: " + name);
        };
    return new BesideWork(piece);
  }

  private long rebuilt(String model) throws IOException, InterruptedException {
    String id = http.post(PROJECTIONS + model + "/rebuild", Map.of()).expect(202).text("id");
    JsonNode run;
    do {
      LockSupport.parkNanos(LOOK.toNanos());
      run = http.get(PROJECTIONS + model).expect(200).body().path("rebuild");
    } while (!run.path("id").asText().equals(id) || run.path("endedAt").isMissingNode());
    if (run.has("failure")) {
      throw new IllegalStateException("the rebuild failed: " + run);
    }
    return run.path("events").asLong();
  }

  private long compared(String model) throws IOException, InterruptedException {
    HttpRequest.Builder question =
        at(PROJECTIONS + model + "/verification").POST(HttpRequest.BodyPublishers.noBody());
    JsonNode found = answer(question);
    if (!found.path("equal").asBoolean()) {
      throw new IllegalStateException("the read model differs: " + found);
    }
    return found.path("position").asLong();
  }

  private long verified() throws IOException, InterruptedException {
    JsonNode found = answer(at("/audit/verification"));
    if (!found.path("intact").asBoolean()) {
      throw new IllegalStateException("the log is not intact: " + found);
    }
    return found.path("count").asLong();
  }

  /** However long it takes. */
  private JsonNode answer(HttpRequest.Builder question) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            question.header("Accept", "application/json").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("expected 200, got " + answer.statusCode());
    }
    return Http.JSON.readTree(answer.body());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(vigil.url().resolve("/api/v1" + path))
        .header("Authorization", "Bearer " + vigil.token());
  }

  /** Reads what is sent, and keeps nothing. */
  private long exported() throws IOException, InterruptedException {
    JsonNode manifest = http.post(EXPORTS, Map.of("reason", "a measurement")).expect(201).body();
    HttpRequest request = at(EXPORTS + "/" + manifest.path("id").asText() + "/events").build();
    try (InputStream sent =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      byte[] buffer = new byte[1 << 16];
      long lines = 0;
      for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      return lines;
    }
  }
}
