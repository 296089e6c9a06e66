package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.problem.Problem;
import health.vigil.refusal.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Problems in FHIR's words. */
final class Told {
  private static final Map<String, IssueType> BY_CODE =
      Map.of(
          "too-many-requests-at-once", IssueType.THROTTLED,
          "too-many-readings-at-once", IssueType.THROTTLED,
          "unsupported-media-type", IssueType.NOTSUPPORTED,
          "method-not-allowed", IssueType.NOTSUPPORTED,
          "not-acceptable", IssueType.NOTSUPPORTED,
          "malformed-request", IssueType.STRUCTURE,
          "mrn-taken", IssueType.DUPLICATE);

  private static final Map<Integer, IssueType> BY_STATUS =
      Map.of(
          404, IssueType.NOTFOUND,
          409, IssueType.CONFLICT,
          412, IssueType.CONFLICT,
          413, IssueType.TOOLONG,
          414, IssueType.TOOLONG,
          422, IssueType.BUSINESSRULE,
          431, IssueType.TOOLONG,
          500, IssueType.EXCEPTION,
          503, IssueType.TRANSIENT);

  private Told() {}

  /**
   * At least one issue.
   *
   * @param expressions the element that gave a field, null for the whole
   */
  static List<Issue> of(Problem problem, Function<String, @Nullable String> expressions) {
    return problem.errors().isEmpty()
        ? List.of(Issue.error(code(problem), expressions.apply(""), text(problem)))
        : problem.errors().stream().map(error -> field(error, expressions)).toList();
  }

  private static Issue field(FieldError error, Function<String, @Nullable String> expressions) {
    return Issue.error(IssueType.VALUE, expressions.apply(error.field()), error.message());
  }

  private static IssueType code(Problem problem) {
    IssueType byStatus = BY_STATUS.getOrDefault(problem.status(), IssueType.PROCESSING);
    return BY_CODE.getOrDefault(problem.code(), byStatus);
  }

  private static String text(Problem problem) {
    String detail = problem.detail() == null ? problem.title() + "." : problem.detail();
    return detail + " (" + problem.code() + ")";
  }
}
