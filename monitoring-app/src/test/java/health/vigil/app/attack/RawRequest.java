package health.vigil.app.attack;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request as it is written here, with nothing encoded, normalised or left out by a client. */
final class RawRequest {
  private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();

  private RawRequest() {}

  /** What came back. */
  record Answer(int status, String text) {}

  /**
   * @param line the first line, without the version
   * @param headers each ending with CR LF
   */
  static Answer send(String line, String headers) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE);
      String request =
          line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(status(answer), answer);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** 0 when the connection was closed without an answer. */
  private static int status(String answer) {
    return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
