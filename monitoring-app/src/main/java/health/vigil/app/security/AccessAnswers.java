package health.vigil.app.security;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemRoutes;
import health.vigil.app.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What those are told who are not let in. */
@Singleton
class AccessAnswers {
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String INVALID = "Bearer error=\"invalid_token\"";

  private static final Problem NOBODY =
      Problem.of(401, "unauthenticated", "A token is needed")
          .detail("Send Authorization: Bearer and a token of the hospital's identity provider.");

  private static final Problem NO_TOKEN =
      Problem.of(401, "unauthenticated", "The token does not hold")
          .detail(
              "It must be of the hospital's identity provider and for this application, and not"
                  + " have expired. Get a new one.");

  private static final Problem NO_TICKET =
      Problem.of(401, "unauthenticated", "The ticket does not hold")
          .detail(
              "It is good for 30 seconds, and no longer than its bearer's token. Get a new one:"
                  + " POST /api/v1/stream/tickets with a token.");

  private static final Problem UNUSABLE_SUBJECT =
      Problem.of(401, "unauthenticated", "The token does not say well whose it is")
          .detail(
              "Its claim sub must be 1 to 200 letters, digits, spaces within, and . _ : @ | / + = ~"
                  + " - , ' \\ # & ( and ). Whoever runs the identity provider can change it.");

  private static final Problem NOT_BY_ROLE =
      Problem.of(403, "forbidden", "Not permitted").detail("None of your roles may do this.");

  private static final Problem NOT_HERE =
      Problem.of(403, "forbidden", "Not permitted")
          .detail(
              "None of your wards has what you ask for, and no device of yours is paired there.");

  private static final Problem PROVIDER_AWAY =
      Problem.of(503, "identity-provider-away", "Nobody can be recognised at the moment")
          .detail("The identity provider does not answer. Nothing was recorded: send it again.");

  private static final String FHIR = "/fhir";
  private static final String FHIR_JSON = "application/fhir+json";
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final String OPERATION_OUTCOME =
      """
      {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s",\
      "diagnostics":%s}]}""";

  private final ProblemRoutes problems;
  private final Problems failures;

  AccessAnswers(ProblemRoutes problems, Problems failures) {
    this.problems = problems;
    this.failures = failures;
  }

  /** RFC 6750: what is wrong is said of a token, not of none. */
  void unauthenticated(RoutingContext request) {
    boolean hasToken = request.request().headers().contains(HttpHeaders.AUTHORIZATION);
    request.response().putHeader(CHALLENGE, hasToken ? INVALID : "Bearer");
    answer(request, hasToken ? NO_TOKEN : withoutToken(request), "login");
  }

  private static Problem withoutToken(RoutingContext request) {
    return Recognition.ticketOf(request) == null ? NOBODY : NO_TICKET;
  }

  void subjectUnusable(RoutingContext request) {
    request.response().putHeader(CHALLENGE, INVALID);
    answer(request, UNUSABLE_SUBJECT, "login");
  }

  void forbiddenByRole(RoutingContext request) {
    answer(request, NOT_BY_ROLE, "forbidden");
  }

  void forbiddenHere(RoutingContext request) {
    answer(request, NOT_HERE, "forbidden");
  }

  void providerAway(RoutingContext request) {
    answer(request, PROVIDER_AWAY, "transient");
  }

  /** Whoever asks is told of a failure at the door as of one behind it. */
  void failed(RoutingContext request, Throwable failure) {
    if (failure instanceof HttpException unreadable) {
      problems.answer(request, unreadable.getStatusCode());
      return;
    }
    Problem problem = failures.of(failure);
    answer(request, problem, problem.status() == 503 ? "transient" : "exception");
  }

  void nothingHere(RoutingContext request) {
    problems.answer(request, 404);
  }

  void otherMethod(RoutingContext request, Set<String> methods) {
    request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", methods));
    problems.answer(request, 405);
  }

  private static String said(Problem problem) {
    @Nullable String detail = problem.detail();
    return detail == null ? problem.title() : detail;
  }

  /**
   * To write an outcome with a library of FHIR is too much work for an event loop.
   *
   * @param issue what FHIR calls it
   */
  private void answer(RoutingContext request, Problem problem, String issue) {
    if (request.normalizedPath().startsWith(FHIR)) {
      String outcome = OPERATION_OUTCOME.formatted(issue, Json.encode(said(problem)));
      problems.answer(request, problem.status(), FHIR_JSON, outcome, RETRY_AFTER_SECONDS);
    } else {
      problems.answer(request, problem);
    }
  }
}
