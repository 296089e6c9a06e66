package health.vigil.app.alert.explanation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the log.
 *
 * @param sequence its place in its stream
 * @param type its logical name
 * @param actor on whose behalf it happened
 * @param event in its present revision
 */
record Fact(
    long position,
    long sequence,
    Instant recordedAt,
    String type,
    @Nullable String actor,
    Object event) {
  /** Without the event, which may hold personal data. */
  @Override
  public String toString() {
    return type + " at " + position;
  }
}
