package health.vigil.app.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * How far one processor is behind. One that is behind and has not moved for long is not overloaded
 * but ill: its health check tells, and readings are held back no further for it.
 */
final class Progress {
  private static final Duration STANDSTILL = Duration.ofSeconds(60);

  private long position = Long.MIN_VALUE;
  private long movedAt;

  /**
   * @param lag of the processor at this position
   * @return the lag, or nothing when the processor stands still
   */
  Optional<Duration> lag(long position, Duration lag, long nanoTime) {
    if (position != this.position || lag.isZero()) {
      this.position = position;
      movedAt = nanoTime;
    }
    return nanoTime - movedAt > STANDSTILL.toNanos() ? Optional.empty() : Optional.of(lag);
  }
}
