package health.vigil.store.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, one at a time; the last may lack its line feed. */
final class Lines {

  /** Longer than any event; a file of another kind is not taken into memory. */
  private static final int LONGEST = 1 << 25;

  private static final byte[] NO_EVENT = {};

  private final InputStream input;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;

  Lines(InputStream input) {
    this.input = input;
  }

  /**
   * The next line without its line feed, empty at the end. One that is too long to be an event is
   * given without anything in it, which is none.
   */
  Optional<byte[]> next() throws IOException {
    line.reset();
    if (!fill()) {
      return Optional.empty();
    }
    boolean isCut = false;
    while (fill()) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      isCut |= at - from > LONGEST - line.size();
      line.write(buffer, from, Math.min(at - from, LONGEST - line.size()));
      if (at < end) {
        at++;
        break;
      }
    }
    return Optional.of(isCut ? NO_EVENT : line.toByteArray());
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, input.read(buffer));
    }
    return at < end;
  }
}
