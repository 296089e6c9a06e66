package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.monitoring.AssessedSet;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.NotScored;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What a sender should know of a set that was recorded. */
final class Findings {
  private Findings() {}

  /** What there is to know about one message of the set, what its reading noted included. */
  static List<Issue> of(Message message, @Nullable AssessedSet set) {
    List<Issue> findings = new ArrayList<>(message.said().notes());
    if (set != null) {
      about(message, set.assessment(), findings);
    }
    return findings;
  }

  private static void about(Message message, Assessment assessment, List<Issue> findings) {
    if (message.said().externalScore() != null
        && assessment.flags().contains(Flag.EXTERNAL_SCORE_DIFFERS)) {
      findings.add(
          warning(
              message.expressionOf("externalScore"),
              "differs from the total that Vigil computes; both are kept"));
    }
    if (assessment.flags().contains(Flag.TOO_LATE_TO_ALERT)) {
      findings.add(
          warning(message.expressionOf("measuredAt"), "too long ago to alert: charted only"));
    }
    if (assessment.notScored() != null) {
      findings.add(
          Issue.information(
              IssueType.INFORMATIONAL, message.said().path(), unscored(assessment.notScored())));
    }
  }

  private static Issue warning(String expression, String diagnostics) {
    return new Issue(IssueSeverity.WARNING, IssueType.BUSINESSRULE, expression, diagnostics);
  }

  private static String unscored(NotScored why) {
    return switch (why) {
      case OUTSIDE_STAY -> "not measured in the present stay: charted, not scored";
      case UNDER_16 -> "under 16: recorded, not scored";
      case SCORING_OFF -> "scoring is off by the patient's plan: recorded, not scored";
    };
  }
}
