package health.vigil.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** An issuer that answers on the loopback address until it is closed. */
public final class ServedIssuer implements AutoCloseable {

  private final URI address;
  private final HttpServer server;

  private ServedIssuer(URI address, HttpServer server) {
    this.address = address;
    this.server = server;
  }

  static ServedIssuer start(URI address, Supplier<String> publishedKeys) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
      answer(server, "/.well-known/openid-configuration", () -> discovery(address));
      answer(server, "/jwks", publishedKeys);
      server.start();
      return new ServedIssuer(address, server);
    } catch (IOException e) {
      throw new IssuerException(
          "The demo's issuer can not be served: another program has port "
              + address.getPort()
              + ".",
          e);
    }
  }

  private static void answer(HttpServer server, String path, Supplier<String> json) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            answer(exchange, path, json);
          }
        });
  }

  /** A context is a prefix; only the path itself is answered. */
  private static void answer(HttpExchange exchange, String path, Supplier<String> json)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      exchange.sendResponseHeaders(404, -1);
    } else if (!exchange.getRequestMethod().equals("GET")) {
      exchange.sendResponseHeaders(405, -1);
    } else {
      byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** What checking a token needs; nobody signs in here, so there are no endpoints for it. */
  private static String discovery(URI address) {
    return """
        {"issuer": "%1$s", "jwks_uri": "%1$sjwks", "subject_types_supported": ["public"],
         "response_types_supported": [], "id_token_signing_alg_values_supported": ["RS256"]}
        """
        .formatted(address);
  }

  /** The same as the issuer's. */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
