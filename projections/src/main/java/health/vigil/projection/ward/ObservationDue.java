package health.vigil.projection.ward;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the next set is due, and what that means at the time of reading; the same rule that raises
 * the alert of an overdue observation.
 *
 * @param since from when the interval counts: the newest set, or the beginning of the stay
 * @param due null when none is due
 * @param pausedUntil null when the stay was never paused
 */
record ObservationDue(Instant since, @Nullable Instant due, @Nullable Instant pausedUntil) {
  private static final Duration LEAST_GRACE = Duration.ofMinutes(5);
  private static final int GRACE_FRACTION = 10;

  boolean stale(Instant now) {
    return due != null && now.isAfter(due);
  }

  /** A tenth of the interval, at least 5 minutes, after it is due; a pause puts off when it is. */
  boolean overdue(Instant now) {
    return due != null && !now.isBefore(putOff(due).plus(grace(due)));
  }

  boolean paused(Instant now) {
    return pausedUntil != null && now.isBefore(pausedUntil);
  }

  private Instant putOff(Instant due) {
    return pausedUntil != null && pausedUntil.isAfter(due) ? pausedUntil : due;
  }

  private Duration grace(Instant due) {
    Duration tenth = Duration.between(since, due).dividedBy(GRACE_FRACTION);
    return tenth.compareTo(LEAST_GRACE) > 0 ? tenth : LEAST_GRACE;
  }
}
