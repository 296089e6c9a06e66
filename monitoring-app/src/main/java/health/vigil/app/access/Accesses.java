package health.vigil.app.access;

import health.vigil.app.log.OwnConnections;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Notes who asked for what. Behind a proxy: filters are made before there is a configuration. */
@ApplicationScoped
class Accesses {
  private static final Duration AT_THE_END = Duration.ofSeconds(10);
  private static final Duration LONGEST_FOR_CARE = Duration.ofSeconds(1);

  private final AccessWriter writer;
  private final CountedRefusals refusals;
  private final Losses losses;
  private final Duration maxWait;
  private final Timer held;

  @Inject
  Accesses(AgroalDataSource pool, AccessConfiguration configuration, MeterRegistry meters) {
    this(new OwnConnections(pool, "access log"), configuration, meters);
  }

  Accesses(DataSource connections, AccessConfiguration configuration, MeterRegistry meters) {
    this.writer =
        new AccessWriter(
            connections,
            new AccessQueue(configuration.maxWaiting(), configuration.maxRefusedWaiting()));
    this.losses = new Losses(meters);
    this.refusals = new CountedRefusals(configuration.refusedAMinute(), this::hand);
    this.maxWait = configuration.maxWait();
    this.held =
        Timer.builder("vigil.access.held")
            .description("How long answers with data waited until it was noted who gets them")
            .register(meters);
    Gauge.builder("vigil.access.waiting", writer, AccessWriter::waiting)
        .description("Requests whose accesses wait to be noted")
        .register(meters);
  }

  /**
   * Notes all of them, or none, before something is shown.
   *
   * @return done when they are in the database; failed when that is not so in time
   */
  CompletableFuture<Void> noteFirst(List<AccessNote> notes) {
    return held(offered(notes, losses::noted), maxWait);
  }

  /**
   * Notes all of them, or none, before something is shown that is shown in any case: what cares for
   * patients does not wait for a note that can not be written.
   *
   * @return done when they are in the database, or that has taken a second, or can not be expected
   */
  CompletableFuture<Void> noteForCare(List<AccessNote> notes) {
    boolean writes = !writer.isFailing();
    CompletableFuture<Void> noted = offer(notes);
    Duration patience = maxWait.compareTo(LONGEST_FOR_CARE) < 0 ? maxWait : LONGEST_FOR_CARE;
    return writes
        ? held(noted, patience).exceptionally(notNoted -> null)
        : CompletableFuture.completedFuture(null);
  }

  /** Notes what was done or refused already; what one actor is refused too often is counted. */
  void note(List<AccessNote> notes) {
    hand(notes.stream().filter(refusals::isSingle).toList());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what is lost is counted, and told by the health
  private void hand(List<AccessNote> notes) {
    if (!notes.isEmpty()) {
      offer(notes);
    }
  }

  /** What is not taken, or can never be written, is lost. */
  private CompletableFuture<Void> offer(List<AccessNote> notes) {
    return offered(notes, losses::notedOrLost);
  }

  private CompletableFuture<Void> offered(List<AccessNote> notes, Ending ending) {
    Waiting waiting = new Waiting(notes, new CompletableFuture<>());
    CompletableFuture<Void> ended =
        waiting.written().whenComplete((done, failure) -> ending.of(notes, failure == null));
    if (!writer.offer(waiting)) {
      waiting.fail("too many wait");
    }
    return ended;
  }

  @FunctionalInterface
  private interface Ending {
    void of(List<AccessNote> notes, boolean written);
  }

  /** Whoever waits no longer takes no note away. */
  private CompletableFuture<Void> held(CompletableFuture<Void> noted, Duration longest) {
    long begun = System.nanoTime();
    return noted
        .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (done, failure) -> held.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
  }

  boolean isWell() {
    return !writer.isFailing() && !losses.isRecent();
  }

  /** When the last request is over: nothing that was accepted is lost at an orderly stop. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent end) {
    close(AT_THE_END);
  }

  void close(Duration within) {
    refusals.close();
    writer.close(within);
  }
}
