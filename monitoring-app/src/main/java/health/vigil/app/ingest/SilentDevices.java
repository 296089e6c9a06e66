package health.vigil.app.ingest;

import health.vigil.app.problem.ProblemException;
import health.vigil.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records the last merged reading of a device that has fallen silent, and of every device when this
 * node stops.
 */
@Singleton
class SilentDevices {
  private static final Logger LOG = Logger.getLogger(SilentDevices.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FORGET_AFTER = Duration.ofMinutes(10);
  private static final int FAILURES_IN_A_ROW = 3;

  /** So long it is tried at the end, while nothing can be recorded. */
  private static final Duration LAST_TRIES = Duration.ofSeconds(15);

  private static final Duration LAST_LOOK = Duration.ofSeconds(2);

  private final Devices devices;
  private final Readings readings;
  private final LogWatch log;
  private final Clock clock;
  private final Duration patience;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ingest-silence");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ScheduledFuture<?> looks;

  /** Told once an outage. */
  private volatile boolean waiting;

  SilentDevices(
      Devices devices,
      Readings readings,
      LogWatch log,
      Clock clock,
      BudgetConfiguration configuration) {
    this.devices = devices;
    this.readings = readings;
    this.log = log;
    this.clock = clock;
    this.patience = configuration.window().plus(configuration.grace());
  }

  void start(@Observes StartupEvent started) {
    looks =
        timer.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Before anything that is needed to record is gone. */
  void stop(@Observes @Priority(1) ShutdownEvent stopping) {
    if (looks != null) {
      looks.cancel(false);
    }
    timer.shutdown();
    awaitLastLook();
    readings.mergeNoMore();
    recordUntil(Instant.MAX, LAST_TRIES);
  }

  private void awaitLastLook() {
    try {
      if (!timer.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("The last look at silent devices is not over");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** No failure may end the schedule. */
  private void look() {
    try {
      lookOnce();
    } catch (RuntimeException failure) {
      LOG.warnf("Silent devices could not be looked at: %s.", failure.getClass().getName());
    }
  }

  private void lookOnce() {
    Instant now = clock.instant();
    recordUntil(now.minus(patience), Duration.ZERO);
    devices.forgetSilent(now.minus(patience).minus(FORGET_AFTER));
    log.wake();
  }

  /**
   * What can not be recorded now is tried again.
   *
   * @param atLeast how long it goes on when one after the other can not be recorded
   */
  private void recordUntil(Instant opened, Duration atLeast) {
    long end = System.nanoTime() + atLeast.toNanos();
    int failures = 0;
    boolean failed = false;
    for (DeviceWindow window : devices.all()) {
      if (failures >= FAILURES_IN_A_ROW && System.nanoTime() - end >= 0) {
        break;
      }
      Merging due = window.due(opened).orElse(null);
      while (due != null && record(due, window)) {
        failures = 0;
        due = window.due(opened).orElse(null);
      }
      if (due != null) {
        failures++;
        failed = true;
      }
    }
    waiting = failed;
  }

  /** What is refused never will be recorded. */
  private boolean record(Merging due, DeviceWindow window) {
    try {
      readings.record(due.last(), due, due.allButTheLast(), window);
      if (window.giveUp(due)) {
        LOG.warn("The last reading of a device was recorded before, without those merged with it.");
      }
    } catch (Refusal | ProblemException refused) {
      window.giveUp(due);
      LOG.warnf("The last reading of a device was refused: %s.", refused.getClass().getName());
    } catch (RuntimeException failure) {
      if (!waiting) {
        waiting = true;
        LOG.warnf("The last readings of devices wait: %s.", failure.getClass().getName());
      }
      return false;
    }
    return true;
  }
}
