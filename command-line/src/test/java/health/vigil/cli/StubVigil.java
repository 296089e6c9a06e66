package health.vigil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An application whose answers are laid down, and that may break off amid one. */
final class StubVigil implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, Reply> later = new ConcurrentHashMap<>();
  private final List<Optional<String>> shown = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /**
   * An answer.
   *
   * @param missing how many bytes are promised and never sent
   */
  private record Reply(int status, String body, int missing) {}

  StubVigil() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Lays down an answer to a method and path, such as {@code GET /api/v1/…}. */
  StubVigil answering(String call, int status, String body) {
    replies.put(call, new Reply(status, body, 0));
    return this;
  }

  /** Lays down the answer to the second call and all that follow. */
  StubVigil afterwards(String call, int status, String body) {
    later.put(call, new Reply(status, body, 0));
    return this;
  }

  /** Is killed when it has sent this much. */
  StubVigil dyingAfter(String call, String body) {
    replies.put(call, new Reply(200, body, 1000));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add((call + " " + body).strip());
    shown.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    Reply reply = replies.getOrDefault(call, new Reply(404, "nothing", 0));
    Reply next = later.get(call);
    if (next != null) {
      replies.put(call, next);
    }
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length + reply.missing());
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /** What came as {@code Authorization}, call by call. */
  List<Optional<String>> shown() {
    return List.copyOf(shown);
  }

  /** The calls, with their bodies. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Map<String, String> environment() {
    return Map.of("VIGIL_PORT", Integer.toString(server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
