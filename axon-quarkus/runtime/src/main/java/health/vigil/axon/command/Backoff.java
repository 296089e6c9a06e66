package health.vigil.axon.command;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a command is tried and how long it waits in between.
 *
 * @param attempts at least 1, the first one included
 * @param first the longest wait before the second attempt; it doubles with each further one
 */
public record Backoff(int attempts, Duration first) {

  public Backoff {
    if (attempts < 1 || first.isNegative()) {
      throw new IllegalArgumentException("At least one attempt and no negative wait");
    }
  }

  /**
   * Waits a random part of the time that this attempt may wait.
   *
   * @return false when the thread was interrupted: then nobody waits any longer
   */
  boolean pauseAfter(int attempt) {
    long longest = first.toNanos() << Math.min(attempt - 1, 10);
    try {
      Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest + 1)).toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
