package health.vigil.app.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Problem documents for what never reaches a resource. */
@Singleton
public class ProblemRoutes {
  private static final List<Integer> STATUSES = List.of(400, 404, 405, 413, 414, 415, 431);

  private final ProblemWriter writer;

  ProblemRoutes(ProblemWriter writer) {
    this.writer = writer;
  }

  void register(@Observes Router router) {
    STATUSES.forEach(status -> router.errorHandler(status, request -> answer(request, status)));
  }

  /** Answers with what HTTP itself has a name for, unless an answer has begun. */
  public void answer(RoutingContext request, int status) {
    answer(request, HttpProblems.of(status));
  }

  /** Answers with a problem, unless an answer has begun. */
  public void answer(RoutingContext request, Problem problem) {
    answer(request, problem, ProblemWriter.RETRY_AFTER_SECONDS);
  }

  /**
   * Answers with a problem, unless an answer has begun.
   *
   * @param retryAfterSeconds told when the problem is a 503
   */
  public void answer(RoutingContext request, Problem problem, int retryAfterSeconds) {
    ProblemWriter.Written written = writer.written(problem, request.normalizedPath());
    answer(request, problem.status(), written.mediaType(), written.text(), retryAfterSeconds);
  }

  /** As a problem, but in words that are ready. */
  public void answer(
      RoutingContext request, int status, String mediaType, String body, int retryAfterSeconds) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(status).putHeader("Content-Type", mediaType);
    if (status == ProblemWriter.UNAVAILABLE) {
      response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }
    response.end(body).onFailure(gone -> request.request().connection().close());
  }
}
