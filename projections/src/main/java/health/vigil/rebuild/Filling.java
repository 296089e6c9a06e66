package health.vigil.rebuild;

import health.vigil.axon.processor.Replay;
import health.vigil.axon.processor.ReplayFailed;
import health.vigil.axon.processor.StoredPositions;
import health.vigil.axon.processor.Stretch;
import health.vigil.projection.ReadModel;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Runs a read model's handlers over the log into the twins, never beyond its processor. */
@Singleton
class Filling {
  /** What is left to be done in one transaction with the end of a run. */
  private static final long NEAR = 2_000;

  private final Replay replay;
  private final StoredPositions positions;
  private final Runs runs;
  private final Twins twins;
  private final RebuildConfiguration configuration;

  Filling(
      Replay replay,
      StoredPositions positions,
      Runs runs,
      Twins twins,
      RebuildConfiguration configuration) {
    this.replay = replay;
    this.positions = positions;
    this.runs = runs;
    this.twins = twins;
    this.configuration = configuration;
    requireSense(configuration);
  }

  private static void requireSense(RebuildConfiguration configuration) {
    double share = configuration.share();
    require(share > 0 && share <= 1, "share is " + share + ", but has to be above 0 and at most 1");
    require(configuration.batchSize() > 0, "batch-size has to be 1 or more");
    require(configuration.lockTimeout().toMillis() > 0, "lock-timeout has to be 1 ms or more");
    require(
        configuration.silence().compareTo(configuration.heartbeat().multipliedBy(2)) > 0,
        "silence has to be longer than two heartbeats");
  }

  private static void require(boolean sense, String sentence) {
    if (!sense) {
      throw new ConfigurationException("vigil.rebuild." + sentence + ".");
    }
  }

  /**
   * @throws NotReplayable when the processor follows the log in several segments, so that there is
   *     no one position to which the twins can be brought
   */
  void requireOneSegment(ReadModel model) {
    int segments = positions.of(model.group()).size();
    if (segments > 1) {
      throw new NotReplayable(
          model.group() + " runs in " + segments + " segments: it can only be replayed in one");
    }
  }

  /** How far the processor has come, in the present transaction, 0 before the first event. */
  long live(ReadModel model) {
    requireOneSegment(model);
    return positions.of(model.group()).values().stream()
        .mapToLong(position -> Math.max(0, position))
        .findFirst()
        .orElse(0);
  }

  /** Empties the twins and fills them until they are near the processor. */
  long fromTheBeginning(Run run, ProgressListener listener) {
    Patience patience = new Patience(replay);
    for (boolean isEmpty = false; !isEmpty; ) {
      try {
        Transactions.in(Transactions.SHORT, () -> empty(run));
        isEmpty = true;
      } catch (RuntimeException failure) {
        patience.after(failure);
      }
    }
    return nearer(run, 0, configuration.share(), listener);
  }

  /** A backup of the database may be reading the twins: nobody is to wait behind us meanwhile. */
  private void empty(Run run) {
    twins.waitAtMost(configuration.lockTimeout());
    runs.reached(run, 0, live(run.model()), 0);
    twins.empty(run.model());
  }

  /** Fills them further until they are near the processor; the first pass leaves time to others. */
  long nearer(Run run, long after, double share, ProgressListener listener) {
    long position = pass(run, after, live(run.model()), share, listener);
    for (long live = live(run.model()); live - position > NEAR; live = live(run.model())) {
      position = pass(run, position, live, 1, listener);
    }
    return position;
  }

  private long pass(Run run, long after, long target, double share, ProgressListener listener) {
    Patience patience = new Patience(replay);
    for (boolean again = false, done = false; !done; again = true) {
      try {
        // What became of the last batch only the database knows.
        walk(run, again ? runs.position(run) : after, target, share, listener, patience);
        done = true;
      } catch (RuntimeException failure) {
        patience.after(failure);
      }
    }
    return Math.max(after, target);
  }

  private void walk(
      Run run,
      long after,
      long target,
      double share,
      ProgressListener listener,
      Patience patience) {
    try (Stretch stretch = replay.read(run.model().group(), after, target)) {
      while (stretch.reached() < target) {
        long began = System.nanoTime();
        batch(run, stretch.next(configuration.batchSize()), stretch.reached(), target);
        patience.succeeded();
        listener.at(stretch.reached(), target);
        rest(System.nanoTime() - began, share);
      }
    }
  }

  private static void rest(long nanosOfWork, double share) {
    if (share < 1) {
      LockSupport.parkNanos((long) (nanosOfWork * (1 - share) / share));
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new RunFailed("The application was stopped");
    }
  }

  private void batch(Run run, List<TrackedEventMessage<?>> events, long reached, long target) {
    try {
      write(run, events, reached, target);
    } catch (RuntimeException failure) {
      if (events.size() > 1 && isOfRows(failure)) {
        events.forEach(event -> blaming(event, run, reached, target));
      }
      throw failure;
    }
  }

  /** The database refuses rows when they are written, and does not say which event led to them. */
  private void blaming(TrackedEventMessage<?> event, Run run, long reached, long target) {
    try {
      write(run, List.of(event), reached, target);
    } catch (RuntimeException failure) {
      throw isOfRows(failure) ? new ReplayFailed(run.model().group(), event, failure) : failure;
    }
  }

  private void write(Run run, List<TrackedEventMessage<?>> events, long reached, long target) {
    Transactions.in(
        Transactions.SHORT,
        () -> {
          runs.reached(run, reached, target, events.size());
          handle(run.model(), events);
        });
  }

  /**
   * What is left up to a position, in the present transaction.
   *
   * @return how many events that was
   */
  long remainder(ReadModel model, long after, long target) {
    long events = 0;
    try (Stretch stretch = replay.read(model.group(), after, target)) {
      while (stretch.reached() < target) {
        List<TrackedEventMessage<?>> next = stretch.next(configuration.batchSize());
        handle(model, next);
        events += next.size();
      }
    }
    return events;
  }

  private void handle(ReadModel model, List<TrackedEventMessage<?>> events) {
    twins.enter();
    replay.handle(model.group(), events);
    twins.write();
  }

  /** Values that are too large, keys that are there already. */
  private static boolean isOfRows(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused
          && String.valueOf(refused.getSQLState()).matches("2[23].*")) {
        return true;
      }
    }
    return false;
  }
}
