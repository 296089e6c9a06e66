package health.vigil.app.limit;

import java.time.Duration;

/**
 * How far one processor is behind, as far as holding readings back can help it. One that has not
 * moved for long is not overloaded but ill: its health check tells, and readings are not held back
 * for it.
 */
final class Progress {
  private static final Duration STANDSTILL = Duration.ofSeconds(10);

  private long position = Long.MIN_VALUE;
  private long movedAt;

  /**
   * @param lag of the processor at this position
   * @return the lag, or zero when the processor stands still
   */
  Duration lag(long position, Duration lag, long nanoTime) {
    if (position != this.position) {
      this.position = position;
      movedAt = nanoTime;
    }
    return nanoTime - movedAt > STANDSTILL.toNanos() ? Duration.ZERO : lag;
  }
}
