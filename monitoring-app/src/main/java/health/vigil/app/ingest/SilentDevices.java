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
  private boolean waiting;

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
    recordUntil(Instant.MAX);
  }

  private void look() {
    Instant now = clock.instant();
    recordUntil(now.minus(patience));
    devices.forgetSilent(now.minus(patience).minus(FORGET_AFTER));
    log.wake();
  }

  /** What can not be recorded now, and all that come after it, are tried again. */
  private void recordUntil(Instant opened) {
    boolean recorded = true;
    for (DeviceWindow window : devices.all()) {
      Merging due = recorded ? window.due(opened).orElse(null) : null;
      recorded = due == null ? recorded : record(due, window);
    }
    waiting = !recorded;
  }

  /** What is refused never will be recorded. */
  private boolean record(Merging due, DeviceWindow window) {
    try {
      readings.record(due.last(), due, due.allButTheLast(), window);
    } catch (Refusal | ProblemException refused) {
      window.giveUp();
      LOG.warnf("The last reading of a device was refused: %s.", refused.getClass().getName());
    } catch (RuntimeException failure) {
      if (!waiting) {
        LOG.warnf("The last readings of devices wait: %s.", failure.getClass().getName());
      }
      return false;
    }
    return true;
  }
}
