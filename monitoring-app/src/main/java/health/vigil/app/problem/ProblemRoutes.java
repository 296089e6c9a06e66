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

  private void answer(RoutingContext request, int status) {
    answer(request, HttpProblems.of(status));
  }

  /** Answers with a problem, unless an answer has begun. */
  public void answer(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (problem.status() == ProblemWriter.UNAVAILABLE) {
      response.putHeader("Retry-After", Integer.toString(ProblemWriter.RETRY_AFTER_SECONDS));
    }
    response.end(writer.json(problem)).onFailure(gone -> request.request().connection().close());
  }
}
