package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry.
 *
 * @param status of HTTP
 * @param location such as {@code Observation/ID}, null where nothing is there
 * @param issues what is wrong, or what there is to know
 */
record EntryAnswer(int status, @Nullable String location, List<Issue> issues) {
  private static final int CREATED = 201;
  private static final int OK = 200;

  EntryAnswer {
    issues = List.copyOf(issues);
  }

  static EntryAnswer created(String location, List<Issue> notes) {
    return new EntryAnswer(CREATED, location, notes);
  }

  static EntryAnswer ok(@Nullable String location, List<Issue> notes) {
    return new EntryAnswer(OK, location, notes);
  }

  /** It was recorded before, and is recorded once. */
  static EntryAnswer duplicate(String location, String path) {
    return ok(
        location,
        List.of(Issue.information(IssueType.DUPLICATE, path, "known already: nothing changed")));
  }

  static EntryAnswer refused(int status, Issue issue) {
    return refused(status, List.of(issue));
  }

  static EntryAnswer refused(int status, List<Issue> issues) {
    return new EntryAnswer(status, null, issues);
  }

  boolean isRefused() {
    return status >= 300;
  }
}
