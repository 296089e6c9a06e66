package health.vigil.overdue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the next observation is due.
 *
 * @param interval from the last observation, or from admission, until then
 */
public record NextObservation(Instant due, Duration interval) {
  private static final Duration LEAST_GRACE = Duration.ofMinutes(5);

  /**
   * @param last when the last observation was measured, or the patient admitted
   */
  public static NextObservation after(Instant last, Instant due) {
    Duration interval = Duration.between(last, due);
    return new NextObservation(due, interval.isNegative() ? Duration.ZERO : interval);
  }

  /**
   * Overdue from then on: a tenth of the interval, at least 5 minutes, after it is due; a pause
   * puts off when it is due.
   */
  public Instant overdueAt(@Nullable Instant pausedUntil) {
    Instant from = pausedUntil != null && pausedUntil.isAfter(due) ? pausedUntil : due;
    return from.plus(grace());
  }

  /** How long after it is due it is overdue: a tenth of the interval, at least 5 minutes. */
  public Duration grace() {
    Duration tenth = interval.dividedBy(10);
    return tenth.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : tenth;
  }
}
