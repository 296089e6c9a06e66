package health.vigil.app.problem;

import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Logs failures that nobody foresaw: types and places, never messages, for a message may quote a
 * value that a client sent.
 */
final class UnforeseenFailures {
  private static final Logger LOG = Logger.getLogger(UnforeseenFailures.class);

  private UnforeseenFailures() {}

  static void log(Throwable failure) {
    LOG.error("A request failed:" + describe(failure));
  }

  static String describe(Throwable failure) {
    return Causes.of(failure).stream()
        .map(UnforeseenFailures::frames)
        .collect(Collectors.joining("\nCaused by"));
  }

  private static String frames(Throwable cause) {
    StringBuilder text = new StringBuilder(" ").append(cause.getClass().getName());
    for (StackTraceElement frame : cause.getStackTrace()) {
      text.append("\n\tat ").append(frame);
    }
    return text.toString();
  }
}
