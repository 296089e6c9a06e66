package health.vigil.app.limit;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemRoutes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Tells those who are refused when to come again, and counts them. */
@Singleton
class IngestAnswers {
  /** Spread, so that those who were refused together do not come back together. */
  private static final int LONGEST_WAIT_SECONDS = 4;

  private static final String FHIR_JSON = "application/fhir+json";

  private static final Problem TOO_MANY =
      Problem.of(503, "too-many-readings-at-once", "Too many readings at the moment")
          .detail("Nothing was recorded. Send the same request again, later, with its key.");

  /** As it stands: to write one with a library of FHIR is too much work for an event loop. */
  private static final String OPERATION_OUTCOME =
      """
      {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"throttled",\
      "diagnostics":"Nothing was recorded. Send the same request again, later."}]}""";

  private final ProblemRoutes problems;
  private final Counter admitted;
  private final Map<Gate.Reason, Counter> refused = new EnumMap<>(Gate.Reason.class);
  private final AtomicLong lastRefusal =
      new AtomicLong(System.nanoTime() - Duration.ofDays(1).toNanos());

  IngestAnswers(ProblemRoutes problems, MeterRegistry meters) {
    this.problems = problems;
    this.admitted =
        Counter.builder("vigil.ingest.gate.admitted")
            .description("Requests with readings that were let in")
            .register(meters);
    for (Gate.Reason reason : Gate.Reason.values()) {
      refused.put(reason, counter(reason, meters));
    }
  }

  void admitted() {
    admitted.increment();
  }

  void refuse(RoutingContext request, Gate.Reason reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
    lastRefusal.set(System.nanoTime());
    int seconds = 1 + ThreadLocalRandom.current().nextInt(LONGEST_WAIT_SECONDS);
    if (IngestRequest.isFhir(request.normalizedPath())) {
      problems.answer(request, TOO_MANY.status(), FHIR_JSON, OPERATION_OUTCOME, seconds);
    } else {
      problems.answer(request, TOO_MANY, seconds);
    }
  }

  /** How long nobody has been refused. */
  Duration sinceRefusal() {
    return Duration.ofNanos(System.nanoTime() - lastRefusal.get());
  }

  private static Counter counter(Gate.Reason reason, MeterRegistry meters) {
    return Counter.builder("vigil.ingest.gate.refused")
        .description("Requests with readings that were told to come again")
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }
}
