package health.vigil.app.security;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks with exactly the credentials that it is given. */
final class Asking {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Asking() {}

  /**
   * @param authorization the header as it is sent; null for none
   */
  static HttpResponse<String> get(String path, @Nullable String authorization) {
    return send(request(path, authorization).GET());
  }

  /**
   * Asks for an answer in a media type that nobody has: whoever is let in is told so, and nothing
   * is done.
   */
  static HttpResponse<String> inVain(String method, String path, @Nullable String authorization) {
    return send(
        request(path, authorization)
            .header("Accept", "image/png")
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /**
   * Asks in earnest.
   *
   * @param body JSON
   */
  static HttpResponse<String> json(
      String method, String path, @Nullable String authorization, String body) {
    HttpRequest.BodyPublisher sent =
        method.equals("GET")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return send(
        request(path, authorization)
            .header("Content-Type", "application/json")
            .method(method, sent));
  }

  /** The status of an answer that has no end; it is let go. */
  static int statusOf(String path) {
    return statusOf(path, null);
  }

  static int statusOf(String path, @Nullable String authorization) {
    try {
      HttpResponse<InputStream> answer =
          CLIENT.send(
              request(path, authorization).build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The whole answer to a path that no client library would send. */
  static String raw(String path, @Nullable String authorization) throws IOException {
    return raw(RestAssured.port, path, authorization);
  }

  static String raw(int port, String path, @Nullable String authorization) throws IOException {
    String header = authorization == null ? "" : "Authorization: " + authorization + "\r\n";
    String asked =
        "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpRequest.Builder request(String path, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
            .timeout(Duration.ofSeconds(20));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
