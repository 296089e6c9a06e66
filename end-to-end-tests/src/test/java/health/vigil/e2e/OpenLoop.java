package health.vigil.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a steady pace, whether or not earlier calls have been answered, as devices do that do
 * not know of each other. What is late is made up for, never left out: who measures from the moment
 * a call was due sees every wait.
 */
public final class OpenLoop {
  private final long interval;

  public OpenLoop(double perSecond) {
    this.interval = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /** A call that does not wait for its answer. */
  @FunctionalInterface
  public interface Call {
    /**
     * @param number from 0 on
     * @param due when it should begin, as {@link System#nanoTime}
     */
    void begin(int number, long due);
  }

  /** Returns how many calls have been begun, when the time is over. */
  public int run(Duration duration, Call call) {
    long start = System.nanoTime();
    int calls = (int) (duration.toNanos() / interval);
    for (int number = 0; number < calls; number++) {
      long due = start + number * interval;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      call.begin(number, due);
    }
    return calls;
  }
}
