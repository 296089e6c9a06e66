package health.vigil.rebuild;

import health.vigil.projection.ReadModel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild or verification of a read model, on whichever node.
 *
 * @param id unique
 * @param version of the read model's code there
 * @param position up to which the log has been replayed, 0 before the first event
 * @param target the position that is to be reached; it grows while the log does
 * @param events handled
 * @param age since the start, up to the end or, while it runs, to now
 * @param endedAt null while it runs, and when it was interrupted
 * @param failure in words, null unless it failed
 */
public record Run(
    ReadModel model,
    String id,
    Work work,
    State state,
    int version,
    long position,
    long target,
    long events,
    Instant startedAt,
    Duration age,
    @Nullable Instant endedAt,
    @Nullable String failure) {

  /** How it stands. */
  public enum State {
    RUNNING,
    /** Its node has given no sign of life for a while; what was served still is. */
    INTERRUPTED,
    DONE,
    /** What was served still is. */
    FAILED
  }

  /** Since it began. */
  public double eventsPerSecond() {
    return !age.isZero() && !age.isNegative() ? events / (age.toNanos() / 1e9) : 0;
  }
}
