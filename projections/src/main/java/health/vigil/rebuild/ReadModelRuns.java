package health.vigil.rebuild;

import health.vigil.axon.processor.ReplayFailed;
import health.vigil.projection.ReadModel;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jboss.logging.Logger;

/**
 * Rebuilds read models and verifies them: of each one at a time over all nodes, and on a node one
 * after the other. Reads and writes go on; nothing is sent, scheduled or appended.
 */
@Singleton
public class ReadModelRuns {
  private static final Logger LOG = Logger.getLogger(ReadModelRuns.class);

  /** Whoever copies the whole database keeps its tables for long. */
  private static final Duration FOR_BACKUPS = Duration.ofMillis(400);

  private final Runs runs;
  private final Versions versions;
  private final Filling filling;
  private final Switching switching;
  private final Verifying verifying;
  private final Twins twins;
  private final Heartbeat heartbeat;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ExecutorService rebuilding =
      Executors.newSingleThreadExecutor(task -> Threads.daemon(task, "rebuild"));

  ReadModelRuns(
      Runs runs,
      Versions versions,
      Filling filling,
      Switching switching,
      Verifying verifying,
      Twins twins,
      Heartbeat heartbeat) {
    this.runs = runs;
    this.versions = versions;
    this.filling = filling;
    this.switching = switching;
    this.verifying = verifying;
    this.twins = twins;
    this.heartbeat = heartbeat;
  }

  /**
   * Begins to rebuild a read model beside the one that is served; returns at once.
   *
   * @throws RunInProgress when it is being rebuilt or verified, on whichever node
   * @throws NotReplayable when that can not be done here; the message says why
   */
  public Run rebuild(ReadModel model) {
    Run run = begin(model, Work.REBUILD);
    Heartbeat.Beating beating = heartbeat.of(run);
    rebuilding.execute(() -> rebuildAndTell(run, beating));
    return run;
  }

  /**
   * Compares a read model with the log; returns when that is done.
   *
   * @throws RunInProgress when it is being rebuilt or verified, on whichever node
   * @throws NotReplayable when that can not be done here; the message says why
   * @throws RunFailed when it ends without a result; the message says why
   */
  public Comparison verify(ReadModel model, ProgressListener listener) {
    Run run = begin(model, Work.VERIFICATION);
    return inTurn(run, heartbeat.of(run), () -> verifying.verify(run, listener));
  }

  /** The last run of a read model, on whichever node. */
  public Optional<Run> last(ReadModel model) {
    return runs.last(model);
  }

  /** Whether the last run failed, no longer ago than this. */
  boolean hasFailed(ReadModel model, Duration within) {
    return runs.hasFailed(model, within);
  }

  /** The version of the rows that are served. */
  public int version(ReadModel model) {
    return versions.stored(model);
  }

  void stop(@Observes @Priority(2000) ShutdownEvent end) throws InterruptedException {
    rebuilding.shutdownNow();
    if (!rebuilding.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("A rebuild did not end in time; it will be shown as interrupted.");
    }
  }

  private Run begin(ReadModel model, Work work) {
    // Before anybody is told that something has begun.
    versions.requireKnown(model);
    filling.requireOneSegment(model);
    return runs.begin(model, work);
  }

  /**
   * Empties the twins once nobody needs them: the old rows after a switch, what a run has left that
   * failed or was interrupted. Does nothing when they can not be emptied now; it is tried again.
   */
  void tidy(ReadModel model) {
    try {
      Transactions.in(Transactions.SHORT, () -> emptyIfLeft(model));
    } catch (RuntimeException later) {
      LOG.debugf(later, "The twins of %s could not be emptied", model.group());
    }
  }

  private void rebuildAndTell(Run run, Heartbeat.Beating beating) {
    try {
      long position = inTurn(run, beating, () -> rebuilt(run));
      LOG.infof("%s was rebuilt from the log up to %d.", run.model().group(), position);
    } catch (RuntimeException e) {
      LOG.errorf("%s was not rebuilt. %s", run.model().group(), e.getMessage());
    }
  }

  private long rebuilt(Run run) {
    long near = filling.fromTheBeginning(run, (done, of) -> {});
    return switching.complete(run, near);
  }

  private void emptyIfLeft(ReadModel model) {
    twins.waitAtMost(FOR_BACKUPS);
    if (runs.leftTwins(model)) {
      twins.empty(model);
    }
  }

  @SuppressWarnings("try") // it beats until it is closed
  private <T> T inTurn(Run run, Heartbeat.Beating beating, Supplier<T> work) {
    try (beating) {
      turn.lockInterruptibly();
      try {
        return work.get();
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw failed(run, new RunFailed("The application was stopped", stopped));
    } catch (RuntimeException e) {
      throw failed(run, e);
    } finally {
      tidy(run.model());
    }
  }

  private RunFailed failed(Run run, RuntimeException failure) {
    RunFailed told = told(failure);
    // An interrupted thread could not even say so.
    boolean interrupted = Thread.interrupted();
    try {
      runs.failed(run, String.valueOf(told.getMessage()));
    } catch (RuntimeException e) {
      told.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return told;
  }

  /** In words that quote nothing of anybody. */
  private static RunFailed told(RuntimeException failure) {
    if (failure instanceof RunFailed known) {
      return known;
    }
    String message =
        failure instanceof ReplayFailed
                || failure instanceof TablesFailed
                || failure instanceof NotReplayable
                || failure instanceof EventStoreException
            ? String.valueOf(failure.getMessage())
            : "It failed with " + failure.getClass().getName();
    return new RunFailed(message, failure);
  }
}
