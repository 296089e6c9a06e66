package health.vigil.app.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a resource with a problem document. */
@Singleton
class ProblemMappers {
  private final Problems problems;
  private final ProblemWriter writer;

  ProblemMappers(Problems problems, ProblemWriter writer) {
    this.problems = problems;
    this.writer = writer;
  }

  /** More specific than what the framework brings along for it. */
  @ServerExceptionMapper
  Response unreadable(MismatchedInputException failure, UriInfo uri) {
    return failed(failure, uri);
  }

  /** What the framework itself refuses; its headers, such as Allow, are kept. */
  @ServerExceptionMapper
  Response refusedByFramework(WebApplicationException failure, UriInfo uri) {
    Response.ResponseBuilder answer = Response.fromResponse(failed(failure, uri));
    failure.getResponse().getHeaders().forEach((name, values) -> keep(answer, name, values.get(0)));
    return answer.build();
  }

  @ServerExceptionMapper
  Response failed(Throwable failure, UriInfo uri) {
    return writer.response(problems.of(failure), uri.getPath());
  }

  private static void keep(Response.ResponseBuilder answer, String name, Object value) {
    if (!name.toLowerCase(java.util.Locale.ROOT).startsWith("content-")) {
      answer.header(name, value);
    }
  }
}
