package health.vigil.e2e.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bytes that no well-behaved client sends. */
final class RawHttp implements AutoCloseable {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final int PATIENCE_MILLIS = 10_000;

  /** What is answered at all after a first answer comes at once. */
  private static final int SILENCE_MILLIS = 300;

  private final Socket socket;
  private int sent;

  RawHttp(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends, and does not wait. */
  RawHttp send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    sent++;
    return this;
  }

  /** How often something was sent. */
  int sent() {
    return sent;
  }

  boolean hasAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** The first status line that comes. */
  int status() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
      text.append((char) next);
      next = socket.getInputStream().read();
    }
    return text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12));
  }

  /**
   * The statuses of all that is answered until the server closes the connection, or says nothing
   * more.
   */
  List<Integer> statuses() throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int next = socket.getInputStream().read(); next >= 0; ) {
        text.append((char) next);
        socket.setSoTimeout(SILENCE_MILLIS);
        next = socket.getInputStream().read();
      }
    } catch (SocketTimeoutException nothingMore) {
      text.append(' ');
    }
    return new ArrayList<>(
        STATUS
            .matcher(text)
            .results()
            .map((MatchResult found) -> Integer.valueOf(found.group(1)))
            .toList());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
