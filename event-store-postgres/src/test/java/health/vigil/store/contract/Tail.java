package health.vigil.store.contract;

import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.TrackedEventMessage;

/** A reader that follows the log from its beginning while others write. */
final class Tail implements Runnable {

  private static final long AFTER_A_FAILURE_NANOS = 20_000_000;

  private final Source source;
  private volatile Seen seen = Seen.NOTHING;
  private volatile long movedAt = System.nanoTime();
  private volatile boolean stopped;

  Tail(Source source) {
    this.source = source;
  }

  @Override
  public void run() {
    while (!stopped && !Thread.currentThread().isInterrupted()) {
      try {
        for (TrackedEventMessage<?> event : source.next()) {
          seen = seen.and(event.trackingToken().position().orElse(-1), event.getIdentifier());
          movedAt = System.nanoTime();
        }
      } catch (AxonException notReachable) {
        LockSupport.parkNanos(AFTER_A_FAILURE_NANOS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    source.close();
  }

  Seen seen() {
    return seen;
  }

  /** Since when it has found nothing more, by the clock of {@link System#nanoTime}. */
  long movedAt() {
    return movedAt;
  }

  void stop() {
    stopped = true;
  }
}
