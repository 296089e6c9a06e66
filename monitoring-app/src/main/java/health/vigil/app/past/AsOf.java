package health.vigil.app.past;

import health.vigil.store.LogPrefix;
import java.time.Instant;

/**
 * Of when an answer is.
 *
 * @param position of the last event recorded by then, 0 when there was none: the answer shows this
 *     much of the log and nothing else
 */
public record AsOf(Instant time, long position) {
  public static AsOf of(LogPrefix prefix) {
    return new AsOf(prefix.time(), prefix.position());
  }
}
