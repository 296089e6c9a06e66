package health.vigil.rebuild;

import health.vigil.projection.ReadModel;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Rebuilds each read model whose rows are of an older version than this node's code, beside the one
 * that is served until then. One node does it; when that is killed, another takes it up, and one
 * that failed here is tried again after a while. Looks after what runs have left in the twins, too.
 */
@Singleton
class Rollout {
  private static final Logger LOG = Logger.getLogger(Rollout.class);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(30);

  private final ReadModelRuns runs;
  private final long millis;
  private final Map<ReadModel, String> begun = new EnumMap<>(ReadModel.class);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> Threads.daemon(task, "rebuild-rollout"));

  Rollout(ReadModelRuns runs, RebuildConfiguration configuration) {
    this.runs = runs;
    this.millis = configuration.heartbeat().toMillis();
  }

  /** After the processors, which the rebuilds follow. */
  void start(@Observes @Priority(1500) StartupEvent event) {
    @SuppressWarnings("unused") // ends with the executor
    var checks = clock.scheduleWithFixedDelay(this::check, 0, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes @Priority(1900) ShutdownEvent event) {
    clock.shutdownNow();
  }

  private void check() {
    for (ReadModel model : ReadModel.values()) {
      bringUpToDate(model);
      runs.tidy(model);
    }
  }

  private void bringUpToDate(ReadModel model) {
    try {
      int stored = runs.version(model);
      if (stored < model.version() && !hasJustFailedHere(model)) {
        begun.put(model, runs.rebuild(model).id());
        LOG.infof(
            "%s is rebuilt for version %d; version %d is served until then.",
            model.group(), model.version(), stored);
      }
    } catch (RunInProgress elsewhere) {
      LOG.debugf("%s is under way", model.group());
    } catch (RuntimeException e) {
      LOG.warnf("%s can not be rebuilt yet. %s", model.group(), e.getMessage());
    }
  }

  private boolean hasJustFailedHere(ReadModel model) {
    return runs.last(model).filter(run -> run.id().equals(begun.get(model))).isPresent()
        && runs.hasFailed(model, AFTER_FAILURE);
  }
}
