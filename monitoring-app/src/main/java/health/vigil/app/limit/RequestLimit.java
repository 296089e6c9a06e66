package health.vigil.app.limit;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemRoutes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Takes no more requests at once than can be served in good time: who comes later is told so, and
 * to come again, instead of waiting in a queue that only grows.
 */
@Singleton
class RequestLimit {
  /** After who may do what is decided, and before the framework does anything for the request. */
  static final int FIRST = 80;

  private static final String API = "/api/";
  private static final String FHIR = IngestRequest.FHIR;
  private static final String STREAM = "/api/v1/stream";
  static final Problem TOO_MANY =
      Problem.of(503, "too-many-requests-at-once", "Too busy at the moment")
          .detail("Nothing was recorded. Send the same request again.");

  private final ProblemRoutes problems;
  private final Semaphore places;

  RequestLimit(ProblemRoutes problems, HttpConfiguration configuration) {
    this.problems = problems;
    this.places = new Semaphore(configuration.maxRequests());
  }

  Semaphore places() {
    return places;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  private void admit(RoutingContext request) {
    if (!isCounted(request.request().method(), request.normalizedPath())) {
      request.next();
    } else if (places.tryAcquire()) {
      request.addEndHandler(over -> places.release());
      request.next();
    } else {
      problems.answer(request, TOO_MANY);
    }
  }

  static boolean isOfApi(String path) {
    return path.startsWith(API) || path.startsWith(FHIR);
  }

  /** Health and metrics are told at any time; streams and readings have limits of their own. */
  static boolean isCounted(HttpMethod method, String path) {
    return isOfApi(path) && !path.equals(STREAM) && !IngestRequest.is(method, path);
  }
}
