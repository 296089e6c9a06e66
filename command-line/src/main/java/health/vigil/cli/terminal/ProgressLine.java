package health.vigil.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * How far a long run has come: on a terminal one line that moves and goes away in the end,
 * elsewhere a line every few seconds. It never breaks into two, however narrow the terminal is.
 *
 * <p>It may be told from several threads.
 */
public final class ProgressLine implements AutoCloseable {

  private static final Duration MOVES = Duration.ofMillis(100);
  private static final Duration NEXT_LINE = Duration.ofSeconds(5);
  private static final String ERASE_REST = "\u001b[K";

  private final PrintWriter to;
  private final OptionalInt columns;
  private final String what;
  private final LongSupplier nanos;
  private final long begin;
  private long shown;
  private boolean onScreen;

  ProgressLine(PrintWriter to, OptionalInt columns, String what, LongSupplier nanos) {
    this.to = to;
    this.columns = columns;
    this.what = what;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.shown = begin;
  }

  /** So much is done, of so much; shown when it is time to. */
  public synchronized void at(long done, long of) {
    long now = nanos.getAsLong();
    Duration since = Duration.ofNanos(now - shown);
    if (since.compareTo(columns.isPresent() ? MOVES : NEXT_LINE) >= 0) {
      shown = now;
      show(line(done, of, now - begin));
    }
  }

  private void show(String line) {
    if (columns.isPresent()) {
      int width = Math.max(1, columns.getAsInt() - 1);
      to.print('\r' + line.substring(0, Math.min(width, line.length())) + ERASE_REST);
      onScreen = true;
    } else {
      to.println(line);
    }
    to.flush();
  }

  private String line(long done, long of, long elapsedNanos) {
    double rate = done * 1e9 / Math.max(1, elapsedNanos);
    String left = rate > 0 ? ", " + left(Math.round((of - done) / rate)) + " left" : "";
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s, %d %%, %,.0f/s%s",
        done,
        of,
        what,
        of > 0 ? done * 100 / of : 100,
        rate,
        left);
  }

  private static String left(long seconds) {
    return seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }

  /** Takes the line away that moved. */
  @Override
  public synchronized void close() {
    if (onScreen) {
      to.print('\r' + ERASE_REST);
      to.flush();
      onScreen = false;
    }
  }
}
