package health.vigil.app.problem;

import java.util.Map;

/** The problems that HTTP itself has names for. */
final class HttpProblems {
  private static final Map<Integer, Problem> KNOWN =
      Map.of(
          400, Problem.of(400, "malformed-request", "The request can not be read"),
          404, Problem.of(404, "not-found", "There is nothing at this path"),
          405, Problem.of(405, "method-not-allowed", "The path does not take this method"),
          406, Problem.of(406, "not-acceptable", "The answer has no such media type"),
          413, Problem.of(413, "body-too-large", "The body is too large"),
          414, Problem.of(414, "uri-too-long", "The path is too long"),
          415, Problem.of(415, "unsupported-media-type", "The body must be application/json"),
          431, Problem.of(431, "headers-too-large", "The headers are too large"),
          503, Problem.of(503, "try-again", "Too busy at the moment"));

  private HttpProblems() {}

  static Problem of(int status) {
    return KNOWN.getOrDefault(
        status, Problem.of(status, "http-" + status, "The request was not served"));
  }
}
