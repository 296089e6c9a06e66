package health.vigil.app.fhir.reading;

import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * One issue of an OperationOutcome.
 *
 * @param expression the element, such as {@code Bundle.entry[3].resource.valueQuantity.code}: the
 *     names as they stand in the JSON; null when it is about the whole body
 * @param diagnostics what is wrong and what is accepted; never a value that was sent
 */
public record Issue(
    IssueSeverity severity, IssueType code, @Nullable String expression, String diagnostics) {
  public static Issue error(IssueType code, @Nullable String expression, String diagnostics) {
    return new Issue(IssueSeverity.ERROR, code, expression, diagnostics);
  }

  /** Something to know that stops nothing. */
  public static Issue information(IssueType code, @Nullable String expression, String diagnostics) {
    return new Issue(IssueSeverity.INFORMATION, code, expression, diagnostics);
  }
}
