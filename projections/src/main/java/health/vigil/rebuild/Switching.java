package health.vigil.rebuild;

import health.vigil.axon.processor.DeadLetters;
import health.vigil.axon.processor.Replay;
import health.vigil.projection.ReadModel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The one transaction in which the twins become what is served: they are brought to exactly where
 * the processor is, and change places with the tables. Who reads sees either all of the one or all
 * of the other; the processor goes on with its next event and never notices.
 */
@Singleton
class Switching {
  /** A batch under way takes no longer. */
  private static final Duration FOR_BATCHES = Duration.ofSeconds(20);

  private final Replay replay;
  private final Versions versions;
  private final Filling filling;
  private final Twins twins;
  private final DeadLetters letters;
  private final Runs runs;
  private final RebuildConfiguration configuration;

  Switching(
      Replay replay,
      Versions versions,
      Filling filling,
      Twins twins,
      DeadLetters letters,
      Runs runs,
      RebuildConfiguration configuration) {
    this.replay = replay;
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
    Patience patience = new Patience(replay);
    long near = after;
    while (true) {
      try {
        // What became of the attempt before only the database knows.
        Optional<Long> done = runs.doneAt(run);
        if (done.isPresent()) {
          return done.get();
        }
        // So that next to nothing is left to do while the processor is held off.
        near = filling.nearer(run, near, 1, (at, of) -> {});
        return changedPlaces(run, near);
      } catch (RuntimeException failure) {
        patience.after(failure);
      }
    }
  }

  private long changedPlaces(Run run, long after) {
    return Transactions.in(Transactions.SHORT, () -> changePlaces(run, after));
  }

  private long changePlaces(Run run, long after) {
    ReadModel model = run.model();
    twins.waitAtMost(FOR_BATCHES);
    twins.holdOffVacuum(model);
    versions.holdOff(model);
    long live = filling.live(model);
    if (live < after) {
      throw new RunFailed("The processor of " + model.group() + " has been set back");
    }
    runs.reached(run, after, live, 0);
    long events = filling.remainder(model, after, live);
    runs.reached(run, live, live, events);
    // Who reads waits behind us from here on: let them pass rather than keep them.
    twins.waitAtMost(configuration.lockTimeout());
    twins.changePlaces(model);
    versions.become(model);
    letters.forget(model.group());
    runs.done(run);
    return live;
  }
}
