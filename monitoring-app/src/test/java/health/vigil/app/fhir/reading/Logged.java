package health.vigil.app.fhir.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged until it is closed, on every level. */
final class Logged extends Handler implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> lines = new ArrayList<>();
  private final Level before = ROOT.getLevel();

  Logged() {
    setLevel(Level.ALL);
    ROOT.setLevel(Level.ALL);
    ROOT.addHandler(this);
    Logger.getLogger("canary").fine("heard");
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized void publish(LogRecord line) {
    lines.add(line.getMessage());
    if (line.getParameters() != null) {
      Arrays.asList(line.getParameters()).forEach(one -> lines.add(String.valueOf(one)));
    }
    if (line.getThrown() != null) {
      lines.add(line.getThrown().toString());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    ROOT.setLevel(before);
  }
}
