package health.vigil.synthea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A server that answers batches as Vigil does: what has an identifier that it knows was recorded
 * before; body weight is not supported. Failures can be planned.
 */
final class FakeVigil implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> known = new HashSet<>();
  private final List<Integer> bundleSizes = new ArrayList<>();
  private final Set<String> shown = ConcurrentHashMap.newKeySet();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private int tooBusyFor;
  private int maxBytes = Integer.MAX_VALUE;

  FakeVigil() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/fhir/R4/metadata", exchange -> answer(exchange, 200, capabilities()));
    server.createContext("/fhir/R4", this::batch);
    server.start();
  }

  /** What goes wrong with one request instead of an answer. */
  interface Failure {
    void happen(HttpExchange exchange) throws IOException;

    /** The request is taken, and the connection lost before the answer. */
    static Failure lostConnection() {
      return HttpExchange::close;
    }

    static Failure status(int status) {
      return exchange -> answer(exchange, status, Json.MAPPER.createObjectNode());
    }

    static Failure overloaded(int retryAfterSeconds) {
      return exchange -> {
        exchange.getResponseHeaders().add("Retry-After", String.valueOf(retryAfterSeconds));
        answer(exchange, 503, Json.MAPPER.createObjectNode());
      };
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void fail(Failure... next) {
    failures.addAll(List.of(next));
  }

  void accept(int bytes) {
    maxBytes = bytes;
  }

  /** What came as {@code Authorization}. */
  Set<String> shown() {
    return Set.copyOf(shown);
  }

  /** So many Observations are answered with 503 in an answer that is 200. */
  synchronized void tooBusyFor(int observations) {
    tooBusyFor = observations;
  }

  /** How many entries each recorded Bundle had. */
  synchronized List<Integer> bundleSizes() {
    return List.copyOf(bundleSizes);
  }

  private void batch(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    shown.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Failure failure = failures.poll();
    if (failure != null) {
      failure.happen(exchange);
    } else if (body.length > maxBytes) {
      answer(exchange, 413, refusal("too-long", "the body is over the limit"));
    } else {
      answer(exchange, 200, answers(Json.MAPPER.readTree(body).path("entry")));
    }
  }

  private synchronized ObjectNode answers(JsonNode entries) {
    bundleSizes.add(entries.size());
    ObjectNode bundle = Json.MAPPER.createObjectNode().put("type", "batch-response");
    ArrayNode answers = bundle.putArray("entry");
    entries.forEach(entry -> answers.addObject().set("response", response(entry)));
    return bundle;
  }

  private ObjectNode response(JsonNode entry) {
    ObjectNode response = Json.MAPPER.createObjectNode();
    String type = entry.at("/resource/resourceType").asText();
    if (tooBusyFor > 0 && type.equals("Observation")) {
      tooBusyFor--;
      response.put("status", "503 Service Unavailable");
      response.set("outcome", refusal("transient", "busy"));
      return response;
    }
    if (entry.at("/resource/code/coding/0/code").asText().equals("29463-7")) {
      response.put("status", "422 Unprocessable Entity");
      response.set("outcome", refusal("not-supported", "this code is not recorded"));
      return response;
    }
    boolean isNew = known.add(type + entry.at("/resource/identifier"));
    response.put("status", isNew ? "201 Created" : "200 OK");
    return response.put("location", type + "/1");
  }

  private static ObjectNode capabilities() {
    return Json.MAPPER.createObjectNode().put("resourceType", "CapabilityStatement");
  }

  private static ObjectNode refusal(String code, String diagnostics) {
    ObjectNode outcome = Json.MAPPER.createObjectNode();
    outcome.putArray("issue").addObject().put("code", code).put("diagnostics", diagnostics);
    return outcome;
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = Json.bytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
