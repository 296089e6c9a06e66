package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes what a ward sends over HTTP, and refuses or delays it as a test wants; continuous readings
 * with an even pulse are merged.
 */
final class FakeVigil implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> admissions = new ConcurrentHashMap<>();
  private final List<JsonNode> recorded = new CopyOnWriteArrayList<>();
  private final Set<String> callers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile String retryAfter = "0";
  private final AtomicInteger refusing = new AtomicInteger();

  FakeVigil() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/patients", this::handle);
    server.createContext("/api/v1/devices", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** So many observation sets are answered 503 from now on, to be sent again at once. */
  void beBusyFor(int sets) {
    beBusyFor(sets, 0);
  }

  /** So many observation sets are answered 503 from now on. */
  void beBusyFor(int sets, int seconds) {
    retryAfter = String.valueOf(seconds);
    busy.set(sets);
  }

  /** So many observation sets are answered 422 from now on. */
  void refuse(int sets) {
    refusing.set(sets);
  }

  /** Who made calls, and which, such as {@code simulator-nurse-A vigil:nurse:A admission}. */
  Set<String> callers() {
    return Set.copyOf(callers);
  }

  /** Signatures are others' to check. */
  private static String caller(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
    JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    return claims.path("sub").asText() + " " + claims.path("groups").get(0).asText();
  }

  List<JsonNode> recorded() {
    return List.copyOf(recorded);
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      String path = exchange.getRequestURI().getPath();
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      callers.add(caller(exchange) + " " + path.replaceAll(".*/", ""));
      if (path.endsWith("/observations")) {
        observe(exchange, body);
      } else if (exchange.getRequestMethod().equals("GET")) {
        String since = admissions.getOrDefault(path, "");
        answer(exchange, 200, "{\"stay\": {\"admittedAt\": \"%s\"}}".formatted(since));
      } else if (path.endsWith("/admission")) {
        String patient = path.substring(0, path.length() - "/admission".length());
        String at = body.path("admittedAt").asText();
        boolean free = admissions.putIfAbsent(patient, at) == null;
        answer(exchange, free ? 200 : 409, "{\"title\": \"Admitted already\"}");
      } else {
        answer(
            exchange,
            201,
            "{\"patientId\": \"%s\", \"position\": 1}".formatted(body.path("mrn").asText()));
      }
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private void observe(HttpExchange exchange, JsonNode set) throws IOException {
    if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
      answer(exchange, 503, "{\"title\": \"Too busy at the moment\"}");
    } else if (refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      answer(exchange, 422, "{\"title\": \"Not acceptable\"}");
    } else if (set.path("continuous").asBoolean() && set.path("pulse").asInt() % 2 == 0) {
      answer(exchange, 202, "{\"disposition\": \"MERGED\"}");
    } else {
      recorded.add(set);
      answer(
          exchange, 201, "{\"observationId\": \"%s\"}".formatted(set.path("messageId").asText()));
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
