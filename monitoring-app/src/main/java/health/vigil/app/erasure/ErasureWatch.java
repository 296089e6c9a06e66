package health.vigil.app.erasure;

import health.vigil.app.log.FollowedLog;
import health.vigil.app.thread.Daemons;
import health.vigil.store.LogTail;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows the log from where the start ended and applies each erasure on this node too, whichever
 * node recorded it, and whether that one lived to destroy the key or not. What fails is tried again
 * every few seconds.
 */
@Singleton
class ErasureWatch {
  private static final Logger LOG = Logger.getLogger(ErasureWatch.class);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final FollowedErasures erasures;
  private final Erasures undone;
  private final NotedErasures noted;
  private final FollowedLog followed;
  private final ScheduledExecutorService retries = Daemons.scheduler("erasure-retries");

  ErasureWatch(FollowedErasures erasures, Erasures undone, NotedErasures noted, LogTail tail) {
    this.erasures = erasures;
    this.undone = undone;
    this.noted = noted;
    this.followed =
        new FollowedLog(
            "erasures",
            tail,
            Duration.ZERO,
            (after, upTo) -> erasures.upTo(upTo),
            why -> LOG.errorf("Erasures can not be followed at present: %s.", why));
  }

  void start(@Observes @Priority(1600) StartupEvent started) {
    followed.beginAfter(erasures.position());
    @SuppressWarnings("unused") // ends with the executor
    var again =
        retries.scheduleWithFixedDelay(
            this::again, RETRY.toMillis(), RETRY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    followed.close();
    retries.shutdownNow();
  }

  /** An executor that meets a failure never calls again. */
  private void again() {
    try {
      undone.finish();
      if (!noted.isComplete()) {
        noted.apply();
      }
    } catch (RuntimeException | Error failure) {
      LOG.errorf("Erasures can not be retried at present: %s.", failure.getClass().getName());
    }
  }
}
