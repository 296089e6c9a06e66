package health.vigil.app.limit;

import health.vigil.app.fhir.FhirConfiguration;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemRoutes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes in whole bodies before they take a place or a thread: who sends slowly, or never the end,
 * costs others nothing.
 */
@Singleton
class BodyIntake {
  /** After who may do what is decided, and before anything is limited. */
  private static final int FIRST = RequestLimit.FIRST + 2;

  /** Of all bodies at once; a thousand of the longest of the API, or sixty-four Bundles. */
  private static final long MOST_HELD = 64L << 20;

  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  private static final Problem INCOMPLETE =
      Problem.of(408, "body-incomplete", "The end of the body did not come");

  private final ProblemRoutes problems;
  private final long longest;
  private final long longestBundle;
  private final Duration patience;
  private final AtomicLong held = new AtomicLong();

  BodyIntake(
      ProblemRoutes problems,
      HttpConfiguration configuration,
      FhirConfiguration fhir,
      @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
    this.problems = problems;
    this.longest = configuration.maxBodySize().asLongValue();
    this.longestBundle = fhir.maxBodySize().asLongValue();
    this.patience = patience;
  }

  void register(@Observes Filters filters) {
    filters.register(this::takeIn, FIRST);
  }

  /** Bytes of bodies that are being taken in, or are being worked on. */
  long held() {
    return held.get();
  }

  private void takeIn(RoutingContext request) {
    String path = request.normalizedPath();
    if (WITH_BODY.contains(request.request().method()) && RequestLimit.isOfApi(path)) {
      new IncomingBody(request, IngestRequest.isFhir(path) ? longestBundle : longest, this).begin();
    } else {
      request.next();
    }
  }

  Duration patience() {
    return patience;
  }

  /** False when all bodies together would be too long. */
  boolean hold(int bytes) {
    if (held.addAndGet(bytes) <= MOST_HELD) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    held.addAndGet(-bytes);
  }

  void refuseLate(RoutingContext request) {
    problems.answer(request, INCOMPLETE);
  }

  void refuseMore(RoutingContext request) {
    problems.answer(request, RequestLimit.TOO_MANY);
  }
}
