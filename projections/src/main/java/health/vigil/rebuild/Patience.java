package health.vigil.rebuild;

import health.vigil.axon.processor.Replay;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * What may be tried again, and after how long: a database that can not be reached for some minutes
 * does not undo the work of hours. For one thread.
 */
final class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** About ten minutes. */
  private static final int ATTEMPTS = 65;

  private final Replay replay;
  private int failures;

  Patience(Replay replay) {
    this.replay = replay;
  }

  /** Something went on: the next failure is the first again. */
  void succeeded() {
    failures = 0;
  }

  /**
   * Returns when it may be tried again.
   *
   * @throws RuntimeException the failure, when it would come again, or has come too often
   */
  void after(RuntimeException failure) {
    failures++;
    if (failures == ATTEMPTS || !replay.isPassing(failure)) {
      throw failure;
    }
    LOG.debugf("Tried again after %s", failure.getClass().getSimpleName());
    rest();
  }

  /** Waits, longer from time to time. */
  private void rest() {
    long nanos = FIRST.toNanos() << Math.min(failures - 1, 6);
    LockSupport.parkNanos(Math.min(nanos, LONGEST.toNanos()));
    if (Thread.currentThread().isInterrupted()) {
      throw new RunFailed("The application was stopped");
    }
  }
}
