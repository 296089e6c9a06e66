package health.vigil.app.fhir.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What HAPI and Vigil's FHIR log until it is closed, on every level. */
final class Logged extends Handler implements AutoCloseable {
  private static final Logger OURS = Logger.getLogger("health.vigil.app.fhir");
  private static final List<Logger> LOGGERS =
      Stream.of("ca.uhn", "org.hl7").map(Logger::getLogger).toList();

  private final List<String> lines = new ArrayList<>();

  Logged() {
    setLevel(Level.ALL);
    listen(OURS);
    LOGGERS.forEach(this::listen);
    OURS.fine("heard");
  }

  private void listen(Logger logger) {
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  private void leave(Logger logger) {
    logger.removeHandler(this);
    logger.setLevel(null);
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
    leave(OURS);
    LOGGERS.forEach(this::leave);
  }
}
