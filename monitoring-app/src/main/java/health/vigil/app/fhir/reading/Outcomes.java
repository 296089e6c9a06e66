package health.vigil.app.fhir.reading;

import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** Writes what is answered. */
public final class Outcomes {
  private Outcomes() {}

  /**
   * An OperationOutcome; with no issues it says that all is well, as FHIR asks for one at least.
   */
  public static OperationOutcome of(List<Issue> issues) {
    OperationOutcome outcome = new OperationOutcome();
    List<Issue> told =
        issues.isEmpty()
            ? List.of(Issue.information(IssueType.INFORMATIONAL, null, "all is well"))
            : issues;
    told.forEach(issue -> outcome.addIssue(component(issue)));
    return outcome;
  }

  /** As FHIR's JSON. */
  public static String json(IBaseResource resource) {
    return R4.context().newJsonParser().encodeResourceToString(resource);
  }

  private static OperationOutcomeIssueComponent component(Issue issue) {
    OperationOutcomeIssueComponent component =
        new OperationOutcomeIssueComponent().setSeverity(issue.severity()).setCode(issue.code());
    component.setDiagnostics(issue.diagnostics());
    if (issue.expression() != null) {
      component.addExpression(issue.expression());
    }
    return component;
  }
}
