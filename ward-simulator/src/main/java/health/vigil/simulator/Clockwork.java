package health.vigil.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread on which all beds act, in turns: none of them ever waits on it. After a stop
 * nothing more is done.
 */
final class Clockwork implements Executor, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ward"));
  private final Clock clock;
  private final Consumer<RuntimeException> onFailure;

  /**
   * @param onFailure told of what a turn threw
   */
  Clockwork(Clock clock, Consumer<RuntimeException> onFailure) {
    this.clock = clock;
    this.onFailure = onFailure;
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void execute(Runnable turn) {
    after(Duration.ZERO, turn);
  }

  void after(Duration wait, Runnable turn) {
    try {
      Future<?> unused =
          thread.schedule(guarded(turn), Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopped) {
      return;
    }
  }

  void every(Duration period, Runnable turn) {
    Future<?> unused =
        thread.scheduleAtFixedRate(
            guarded(turn), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private Runnable guarded(Runnable turn) {
    return () -> {
      try {
        turn.run();
      } catch (RuntimeException e) {
        onFailure.accept(e);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
