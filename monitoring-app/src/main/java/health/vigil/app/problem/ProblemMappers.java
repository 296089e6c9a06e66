package health.vigil.app.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a resource with a problem document. */
@Singleton
class ProblemMappers {
  private final Problems problems;
  private final ProblemWriter writer;
  private final UnforeseenFailures unforeseen;

  ProblemMappers(Problems problems, ProblemWriter writer, UnforeseenFailures unforeseen) {
    this.problems = problems;
    this.writer = writer;
    this.unforeseen = unforeseen;
  }

  /** More specific than what the framework brings along for it. */
  @ServerExceptionMapper
  Response unreadable(MismatchedInputException failure) {
    return failed(failure);
  }

  /** What the framework itself refuses; its headers, such as Allow, are kept. */
  @ServerExceptionMapper
  Response refusedByFramework(WebApplicationException failure) {
    Response.ResponseBuilder answer = Response.fromResponse(failed(failure));
    failure.getResponse().getHeaders().forEach((name, values) -> keep(answer, name, values.get(0)));
    return answer.build();
  }

  @ServerExceptionMapper
  Response failed(Throwable failure) {
    Problem problem =
        problems
            .known(failure)
            .orElseGet(
                () -> {
                  unforeseen.log(failure);
                  return problems.unknown();
                });
    return writer.response(problem);
  }

  private static void keep(Response.ResponseBuilder answer, String name, Object value) {
    if (!name.toLowerCase(java.util.Locale.ROOT).startsWith("content-")) {
      answer.header(name, value);
    }
  }
}
