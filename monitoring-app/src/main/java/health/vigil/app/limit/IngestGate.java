package health.vigil.app.limit;

import health.vigil.app.thread.Daemons;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the threads and connections that readings need, so that a flood of them leaves
 * enough for alerting and for people: a request that finds no place has cost next to nothing.
 */
@Singleton
class IngestGate {
  private static final Logger LOG = Logger.getLogger(IngestGate.class);

  /** Before the limit of all other requests. */
  private static final int FIRST = RequestLimit.FIRST + 1;

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOOKS_WHILE_WAITING = 10;

  private final Vertx vertx;
  private final IngestAnswers answers;
  private final AlertLag alerts;
  private final Gate gate;
  private final Allowance allowance;
  private final long expiry;
  private final ScheduledExecutorService lookout = Daemons.scheduler("vigil-ingest-lookout");
  private @Nullable Long timer;

  IngestGate(
      Vertx vertx,
      IngestConfiguration configuration,
      IngestPlaces configured,
      IngestAnswers answers,
      AlertLag alerts,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.answers = answers;
    this.alerts = alerts;
    int places = configured.count();
    this.gate =
        new Gate(
            new Gate.Limits(places, configuration.maxWaiting(), configuration.maxWait()),
            System::nanoTime);
    this.allowance = new Allowance(places, configuration.maxAlertLag());
    this.expiry = Math.max(1, configuration.maxWait().toMillis() / LOOKS_WHILE_WAITING);
    gauge(meters, "places", "Places that are open for readings", Gate::places);
    gauge(meters, "taken", "Places that readings have taken", Gate::taken);
    gauge(meters, "waiting", "Requests with readings that wait for a place", Gate::waiting);
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  /** After the processors have started. */
  void start(@Observes @Priority(3000) StartupEvent event) {
    timer = vertx.setPeriodic(expiry, tick -> gate.expire());
    @SuppressWarnings("unused") // ends with the executor
    var looking =
        lookout.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
    lookout.shutdownNow();
  }

  Gate gate() {
    return gate;
  }

  /** Whether alerting has room for all the readings that may come. */
  boolean isWide() {
    return gate.places() == allowance.most();
  }

  private void admit(RoutingContext request) {
    if (IngestRequest.is(request.request().method(), request.normalizedPath())) {
      int places =
          IngestRequest.places(
              request.normalizedPath(),
              request.request().getHeader("Content-Length"),
              allowance.most());
      IngestVisit.begin(request, vertx.getOrCreateContext(), answers, gate, places);
    } else {
      request.next();
    }
  }

  private void look() {
    try {
      gate.open(allowance.next(gate.places(), alerts.look()));
    } catch (RuntimeException unknown) {
      // What can not be read now is read at the next look; processors tell of it by their health.
      LOG.debug("The lag of alerting could not be read", unknown);
    }
  }

  private void gauge(
      MeterRegistry meters, String name, String description, ToIntFunction<Gate> value) {
    Gauge.builder("vigil.ingest.gate." + name, gate, value::applyAsInt)
        .description(description)
        .register(meters);
  }
}
