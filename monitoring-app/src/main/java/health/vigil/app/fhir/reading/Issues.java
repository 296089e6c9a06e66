package health.vigil.app.fhir.reading;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Collects errors, so that a sender is told all of them at once, but not endlessly many. */
final class Issues {
  private static final int MOST = 50;
  private final List<Issue> errors = new ArrayList<>();

  void add(IssueType code, @Nullable String expression, String diagnostics) {
    if (errors.size() < MOST) {
      errors.add(Issue.error(code, expression, diagnostics));
    }
  }

  boolean none() {
    return errors.isEmpty();
  }

  List<Issue> list() {
    return errors;
  }
}
