package health.vigil.synthea;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one Bundle is tried: pauses grow from 200 ms to 5 s unless the server names one (at most
 * 30 s is believed), until the time since the first failure is used up.
 */
final class Patience {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration LONGEST_ASKED_FOR = Duration.ofSeconds(30);
  private final Waiting waiting;
  private final Duration limit;
  private Duration next = SHORTEST;
  private @Nullable Duration firstFailure;

  Patience(Waiting waiting, Duration limit) {
    this.waiting = waiting;
    this.limit = limit;
  }

  /**
   * Waits before the next try.
   *
   * @param askedFor what the server asked for
   * @throws GaveUp when the time is used up
   */
  void after(String failure, @Nullable Duration askedFor) throws InterruptedException {
    Duration now = waiting.now();
    Duration first = firstFailure == null ? now : firstFailure;
    firstFailure = first;
    if (now.minus(first).compareTo(limit) >= 0) {
      throw new GaveUp(failure + ", for " + limit.toSeconds() + " s");
    }
    waiting.pause(askedFor == null ? next : min(askedFor, LONGEST_ASKED_FOR));
    next = min(next.multipliedBy(2), LONGEST);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
