package health.vigil.app.limit;

import health.vigil.app.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that never send the end of their bodies, until they go away. */
final class SlowClients implements AutoCloseable {
  private final List<Socket> clients = new ArrayList<>();

  void post(String path, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      Socket client = new Socket("127.0.0.1", RestAssured.port);
      clients.add(client);
      client.getOutputStream().write(beginning(path));
    }
  }

  private static byte[] beginning(String path) {
    return """
        POST %s HTTP/1.1
        Host: vigil
        Authorization: %s
        Content-Type: application/json
        Content-Length: 400

        {"measuredAt":
        """
        .formatted(path, Tokens.bearer(Tokens.ofEverybody()))
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }
}
