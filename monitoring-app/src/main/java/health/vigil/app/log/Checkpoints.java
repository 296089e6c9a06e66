package health.vigil.app.log;

import health.vigil.app.thread.Daemons;
import health.vigil.store.chain.CheckpointSigner;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jboss.logging.Logger;

/**
 * Has the log verified and signed on a thread of its own, every so often and once more when the
 * application stops.
 */
@Startup
@Singleton
class Checkpoints {
  private static final Logger LOG = Logger.getLogger(Checkpoints.class);
  private static final Duration AT_THE_END = Duration.ofSeconds(5);

  private final Optional<CheckpointPlace> place;
  private final Optional<CheckpointSigner> signer;
  private final ScheduledExecutorService thread = Daemons.scheduler("log-checkpoints");
  private volatile CheckpointState state = CheckpointState.NONE;

  /** A verification may take long: it has connections of its own, beside the pool. */
  @Inject
  Checkpoints(CheckpointConfiguration configuration, AgroalDataSource pool, Clock clock) {
    this(configuration, new OwnConnections(pool, "log verification"), clock);
  }

  Checkpoints(CheckpointConfiguration configuration, DataSource dataSource, Clock clock) {
    this.place = CheckpointPlace.of(configuration);
    this.signer =
        place.map(
            known ->
                new CheckpointSigner(
                    dataSource, known.key(), known.file(), clock, configuration.restoredEpoch()));
  }

  @PostConstruct
  void start() {
    if (place.isEmpty()) {
      LOG.warn("No checkpoints of the log are signed: vigil.log.checkpoints.folder is not set.");
      return;
    }
    place.get().tellBrokenLines();
    long every = place.get().every().toMillis();
    @SuppressWarnings("unused") // ends with the executor
    var regular = thread.scheduleWithFixedDelay(this::sign, 0, every, TimeUnit.MILLISECONDS);
  }

  /**
   * Comes after those who still record something when the application stops. What is left to be
   * signed when the time does not suffice is signed after the next start.
   */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent end) {
    thread.execute(this::sign);
    // Ends the regular attempts, but not the one that was just asked for.
    thread.shutdown();
    try {
      if (!thread.awaitTermination(AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean areSigned() {
    return signer.isPresent();
  }

  CheckpointState state() {
    return state;
  }

  /** One attempt. Never fails: whatever goes wrong is told, and the next attempt comes. */
  void sign() {
    try {
      signer.ifPresent(this::attempt);
    } catch (EventStoreException e) {
      trouble("The log can not be read.", e);
    } catch (RuntimeException e) {
      trouble("The log can not be signed: " + e.getClass().getName() + ".", e);
    }
  }

  private void attempt(CheckpointSigner by) {
    try {
      tell(by.attempt());
    } catch (IOException e) {
      trouble("The checkpoints can not be read or written.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(CheckpointSigner.Attempt attempt) {
    Optional<String> flaw =
        attempt.verification().firstFlaw().map(Object::toString).or(() -> otherEpoch(attempt));
    flaw.filter(sentence -> !state.trouble().equals(flaw))
        .ifPresent(sentence -> LOG.errorf("The log is broken and is not signed. %s", sentence));
    state = new CheckpointState(attempt.last(), flaw);
  }

  private static Optional<String> otherEpoch(CheckpointSigner.Attempt attempt) {
    return attempt
        .before()
        .filter(old -> !attempt.isNew())
        .map(
            old ->
                "The log has another epoch than the checkpoint of position "
                    + old.position()
                    + ": if a backup was restored, name the new epoch in"
                    + " vigil.log.checkpoints.restored-epoch; if not, somebody tampered with it.");
  }

  /** Told once, however often it happens in a row. */
  private void trouble(String sentence, Exception reason) {
    if (!state.trouble().equals(Optional.of(sentence))) {
      LOG.errorf("No checkpoint: %s (%s)", sentence, reason.getClass().getSimpleName());
    }
    state = state.but(sentence);
  }
}
