package health.vigil.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Looks at answers to made-up requests, and keeps what is wrong with them. */
final class Verdicts {
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();

  void look(MadeUpRequest request, HttpResponse<InputStream> answer) throws IOException {
    byStatus.computeIfAbsent(answer.statusCode(), status -> new LongAdder()).increment();
    try (InputStream body = answer.body()) {
      if (answer.statusCode() >= 400) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        refused.put(request.trace(), request.what() + " " + request.target() + ": " + text);
        lookAtRefusal(request, answer, text);
      } else if (request.flawed()) {
        wrong.add(request.what() + " was answered " + answer.statusCode());
      }
    }
  }

  private void lookAtRefusal(MadeUpRequest request, HttpResponse<InputStream> answer, String body)
      throws IOException {
    int status = answer.statusCode();
    if (status >= 500) {
      wrong.add(request.what() + " was answered " + status + ": " + body);
    }
    if (body.contains(Values.MARKER)) {
      wrong.add(request.what() + " is repeated in the refusal: " + body);
    }
    if (!request.flawed() && body.contains("not known here")) {
      wrong.add(request.what() + " has a field that the document promises: " + body);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    if (request.target().startsWith("/fhir")) {
      lookAtOutcome(request, type, body);
      return;
    }
    if (!type.startsWith("application/problem+json")) {
      wrong.add(request.what() + " was refused as " + status + " " + type);
      return;
    }
    JsonNode problem = Http.JSON.readTree(body);
    if (problem.path("status").asInt() != status
        || !problem.path("type").asText().startsWith("/problems/")
        || problem.path("title").asText().isEmpty()) {
      wrong.add(request.what() + " was refused with " + body);
    }
  }

  private void lookAtOutcome(MadeUpRequest request, String type, String body) throws IOException {
    boolean outcome =
        type.startsWith("application/fhir+json")
            && Http.JSON.readTree(body).path("resourceType").asText().equals("OperationOutcome");
    if (!outcome) {
      wrong.add(request.what() + " was refused with " + type + " " + body);
    }
  }

  Queue<String> wrong() {
    return wrong;
  }

  /** What was refused of all that left traces in the log. */
  List<String> refusedOf(Stream<String> traces) {
    return traces.distinct().filter(refused::containsKey).map(refused::get).toList();
  }

  long answered(int from, int to) {
    return byStatus.entrySet().stream()
        .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
        .mapToLong(entry -> entry.getValue().sum())
        .sum();
  }

  @Override
  public String toString() {
    return byStatus.toString();
  }
}
