package health.vigil.app.ingest;

import health.vigil.app.thread.Daemons;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** So long it is tried at the end, while nothing can be recorded. */
  private static final Duration LAST_TRIES = Duration.ofSeconds(15);

  private static final Duration LAST_LOOK = Duration.ofSeconds(2);

  private final Devices devices;
  private final LeftReadings left;
  private final Readings readings;
  private final LogWatch log;
  private final Clock clock;
  private final Duration patience;
  private final ScheduledExecutorService timer = Daemons.scheduler("ingest-silence");
  private @Nullable ScheduledFuture<?> looks;

  SilentDevices(
      Devices devices,
      LeftReadings left,
      Readings readings,
      LogWatch log,
      Clock clock,
      BudgetConfiguration configuration) {
    this.devices = devices;
    this.left = left;
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
    left.record(Instant.MAX, LAST_TRIES);
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
    left.record(now.minus(patience), Duration.ZERO);
    devices.forgetSilent(now.minus(patience).minus(FORGET_AFTER));
    log.wake();
  }
}
