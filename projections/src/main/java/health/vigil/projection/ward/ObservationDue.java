package health.vigil.projection.ward;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the next set is due, and what that means at the time of reading.
 *
 * @param since from when the interval counts: the newest set, or the beginning of the stay
 * @param due null when none is due
 * @param pausedUntil null when the stay was never paused
 */
record ObservationDue(Instant since, @Nullable Instant due, @Nullable Instant pausedUntil) {
  /** A tenth of the interval, but at least this. */
  private static final Duration SHORTEST_GRACE = Duration.ofMinutes(5);

  private static final int GRACE_FRACTION = 10;

  boolean stale(Instant now) {
    return due != null && now.isAfter(due);
  }

  boolean overdue(Instant now) {
    return due != null && !paused(now) && now.isAfter(due.plus(grace(due)));
  }

  boolean paused(Instant now) {
    return pausedUntil != null && now.isBefore(pausedUntil);
  }

  private Duration grace(Instant due) {
    Duration tenth = Duration.between(since, due).dividedBy(GRACE_FRACTION);
    return tenth.compareTo(SHORTEST_GRACE) > 0 ? tenth : SHORTEST_GRACE;
  }
}
