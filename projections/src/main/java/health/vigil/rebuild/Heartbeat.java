package health.vigil.rebuild;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Says regularly of the runs of this node that they are alive, also while one statement lasts. */
@Singleton
class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final Runs runs;
  private final long millis;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> Threads.daemon(task, "rebuild-alive"));

  Heartbeat(Runs runs, RebuildConfiguration configuration) {
    this.runs = runs;
    this.millis = configuration.heartbeat().toMillis();
  }

  Beating of(Run run) {
    Future<?> beats =
        clock.scheduleWithFixedDelay(() -> beat(run), millis, millis, TimeUnit.MILLISECONDS);
    return () -> beats.cancel(false);
  }

  private void beat(Run run) {
    try {
      runs.alive(run);
    } catch (RuntimeException e) {
      // Whoever works finds out for himself when the run is lost.
      LOG.debugf(e, "%s could not be said to be alive", run.model());
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  /** Until it is closed. */
  interface Beating extends AutoCloseable {
    @Override
    void close();
  }
}
