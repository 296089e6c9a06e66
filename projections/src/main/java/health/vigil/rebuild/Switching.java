package health.vigil.rebuild;

import health.vigil.axon.processor.DeadLetters;
import health.vigil.projection.ReadModel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The one transaction in which the twins become what is served: they are brought to exactly where
 * the processor is, and change places with the tables. Who reads sees either all of the one or all
 * of the other; the processor goes on with its next event and never notices.
 */
@Singleton
class Switching {
  private static final int ATTEMPTS = 200;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** A batch under way takes no longer. */
  private static final Duration FOR_BATCHES = Duration.ofSeconds(20);

  private final Tables tables;
  private final Versions versions;
  private final Filling filling;
  private final Twins twins;
  private final DeadLetters letters;
  private final Runs runs;
  private final RebuildConfiguration configuration;

  Switching(
      Tables tables,
      Versions versions,
      Filling filling,
      Twins twins,
      DeadLetters letters,
      Runs runs,
      RebuildConfiguration configuration) {
    this.tables = tables;
    this.versions = versions;
    this.filling = filling;
    this.twins = twins;
    this.letters = letters;
    this.runs = runs;
    this.configuration = configuration;
  }

  /**
   * @param after up to where the twins are filled
   * @return the position at which they changed places
   * @throws RunFailed when others use the tables all the time
   */
  long complete(Run run, long after) {
    Transactions.in(Transactions.SHORT, () -> twins.analyze(run.model()));
    long near = after;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      OptionalLong done = attempt(run, near);
      if (done.isPresent()) {
        return done.getAsLong();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      near = filling.nearer(run, near, 1, (at, of) -> {});
    }
    throw new RunFailed("The tables of " + run.model().group() + " are in use all the time");
  }

  /** Empty when somebody used the tables. */
  private OptionalLong attempt(Run run, long after) {
    try {
      long position = Transactions.in(Transactions.SHORT, () -> changePlaces(run, after));
      return OptionalLong.of(position);
    } catch (TablesFailed e) {
      if (e.isOfLocks()) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  private long changePlaces(Run run, long after) {
    ReadModel model = run.model();
    waitAtMost(FOR_BATCHES);
    versions.holdOff(model);
    long live = filling.live(model);
    if (live < after) {
      throw new RunFailed("The processor of " + model.group() + " has been set back");
    }
    runs.reached(run, after, live, 0);
    long events = filling.remainder(model, after, live);
    runs.reached(run, live, live, events);
    // Who reads waits behind us from here on: let them pass rather than keep them.
    waitAtMost(configuration.lockTimeout());
    twins.changePlaces(model);
    versions.become(model);
    letters.forget(model.group());
    runs.done(run);
    return live;
  }

  private void waitAtMost(Duration locks) {
    tables.change("set local lock_timeout = " + locks.toMillis());
  }
}
