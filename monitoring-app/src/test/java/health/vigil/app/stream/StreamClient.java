package health.vigil.app.stream;

import health.vigil.app.Tokens;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of the stream with a socket of its own, so that it can also not read from it. */
final class StreamClient implements AutoCloseable {
  /** A frame as it came. */
  record Received(String id, String event, String data) {
    long position() {
      return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
  }

  private final Socket socket;
  private final List<Received> frames = new CopyOnWriteArrayList<>();
  private volatile String status = "";

  private StreamClient(Socket socket) {
    this.socket = socket;
  }

  /** A client that has sent its request and reads nothing. */
  static StreamClient silent(String query, @Nullable String lastEventId) {
    return silent(query, lastEventId, Tokens.bearer(Tokens.ofEverybody()));
  }

  private static StreamClient silent(
      String query, @Nullable String lastEventId, @Nullable String authorization) {
    try {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
      String resume = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
      String request =
          "GET /api/v1/stream"
              + query
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + (authorization == null ? "" : "Authorization: " + authorization + "\r\n")
              + resume
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new StreamClient(socket);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A client that reads what comes. */
  static StreamClient open(String query, @Nullable String lastEventId) {
    StreamClient client = silent(query, lastEventId);
    client.read();
    return client;
  }

  static StreamClient open(String query) {
    return open(query, null);
  }

  /** A client that reads what comes, with these credentials or none. */
  static StreamClient open(
      String query, @Nullable String lastEventId, @Nullable String authorization) {
    StreamClient client = silent(query, lastEventId, authorization);
    client.read();
    return client;
  }

  /** Begins to read. */
  void read() {
    Thread reader = new Thread(this::readAll, "stream-client");
    reader.setDaemon(true);
    reader.start();
  }

  /** The first line of the answer. */
  String status() {
    return status;
  }

  List<Received> frames() {
    return List.copyOf(frames);
  }

  /** Without heartbeats. */
  List<Received> events() {
    return frames.stream().filter(frame -> !frame.event().equals("heartbeat")).toList();
  }

  private void readAll() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      status = String.valueOf(lines.readLine());
      String id = "";
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          frames.add(new Received(id, event, line.substring(5).strip()));
        }
      }
    } catch (IOException closed) {
      frames.add(new Received("closed-0", "heartbeat", closed.getClass().getName()));
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
