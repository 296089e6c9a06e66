package health.vigil.app.access;

import health.vigil.app.log.OwnConnections;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
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

/** Notes who asked for what. Behind a proxy: filters are made before there is a configuration. */
@ApplicationScoped
class Accesses {
  private static final Duration AT_THE_END = Duration.ofSeconds(10);

  private final AccessWriter writer;
  private final Duration maxWait;
  private final Counter noted;
  private final Counter lost;
  private final Timer held;

  @Inject
  Accesses(AgroalDataSource pool, AccessConfiguration configuration, MeterRegistry meters) {
    this.writer =
        new AccessWriter(new OwnConnections(pool, "access log"), configuration.maxWaiting());
    this.maxWait = configuration.maxWait();
    this.noted =
        Counter.builder("vigil.access.noted").description("Accesses noted").register(meters);
    this.lost =
        Counter.builder("vigil.access.lost")
            .description("Accesses that could not be noted in time")
            .register(meters);
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
    long begun = System.nanoTime();
    return note(notes)
        .whenComplete(
            (done, failure) -> held.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
  }

  /** Notes all of them, or none; as before, for who does not wait. */
  CompletableFuture<Void> note(List<AccessNote> notes) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    if (!writer.offer(new Waiting(notes, written))) {
      written.completeExceptionally(new NotNoted("too many wait"));
    }
    return written
        .orTimeout(maxWait.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((done, failure) -> (failure == null ? noted : lost).increment(notes.size()));
  }

  boolean isWell() {
    return !writer.isFailing();
  }

  /** When the last request is over: nothing that was accepted is lost at an orderly stop. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent end) {
    writer.close(AT_THE_END);
  }
}
