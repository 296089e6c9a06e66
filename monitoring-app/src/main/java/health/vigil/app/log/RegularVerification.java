package health.vigil.app.log;

import health.vigil.app.thread.Daemons;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.CheckpointLines;
import health.vigil.store.chain.Verification;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jboss.logging.Logger;

/**
 * Looks through the whole log every so often, on a thread of its own. Checkpoints verify what was
 * appended since the one before: a change of what lies before them shows only here, and when an
 * auditor looks.
 */
@Startup
@Singleton
class RegularVerification {
  private static final Logger LOG = Logger.getLogger(RegularVerification.class);

  private final VerificationConfiguration configuration;
  private final Optional<CheckpointPlace> place;
  private final ChainVerifier verifier;
  private final Clock clock;
  private final ScheduledExecutorService thread = Daemons.scheduler("log-verification");
  private volatile VerificationState state = VerificationState.NONE;

  @Inject
  RegularVerification(
      VerificationConfiguration configuration,
      CheckpointConfiguration checkpoints,
      AgroalDataSource pool,
      Clock clock) {
    this(configuration, checkpoints, new OwnConnections(pool, "log verification"), clock);
  }

  RegularVerification(
      VerificationConfiguration configuration,
      CheckpointConfiguration checkpoints,
      DataSource dataSource,
      Clock clock) {
    this.configuration = configuration;
    this.place = CheckpointPlace.of(checkpoints);
    this.verifier = new ChainVerifier(dataSource);
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    long every = configuration.every().toMillis();
    if (every > 0) {
      @SuppressWarnings("unused") // ends with the executor
      var regular =
          thread.scheduleWithFixedDelay(
              this::verify, configuration.firstAfter().toMillis(), every, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent end) {
    thread.shutdownNow();
  }

  VerificationState state() {
    return state;
  }

  /** Never fails: whatever goes wrong is told, and the next time comes. */
  void verify() {
    try {
      tell(against(checkpoints()).all());
    } catch (IOException e) {
      trouble("The checkpoints can not be read.", e);
    } catch (EventStoreException e) {
      trouble("The log can not be read.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      trouble("The log can not be verified: " + e.getClass().getName() + ".", e);
    }
  }

  private ChainVerifier against(List<Checkpoint> checkpoints) {
    return place
        .map(known -> verifier.against(checkpoints, List.of(known.key().verifyingKey())))
        .orElse(verifier);
  }

  /** Those of the newest epoch: a restored backup lacks what others were signed for. */
  private List<Checkpoint> checkpoints() throws IOException {
    if (place.isEmpty()) {
      return List.of();
    }
    List<Checkpoint> all = CheckpointLines.read(place.get().file().path()).checkpoints();
    return all.stream()
        .filter(checkpoint -> checkpoint.epoch().equals(all.get(all.size() - 1).epoch()))
        .toList();
  }

  private void tell(Verification found) {
    Optional<String> flaw = found.firstFlaw().map(Object::toString);
    flaw.ifPresentOrElse(
        sentence -> LOG.errorf("The log is broken. %s", sentence),
        () -> LOG.infof("The whole log was verified, up to position %d.", found.last()));
    state = new VerificationState(Optional.of(clock.instant()), found.last(), flaw);
  }

  private void trouble(String sentence, Exception reason) {
    LOG.errorf("The log was not verified: %s (%s)", sentence, reason.getClass().getSimpleName());
    state = state.but(sentence);
  }
}
