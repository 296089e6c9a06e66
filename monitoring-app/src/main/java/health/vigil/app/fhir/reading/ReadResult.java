package health.vigil.app.fhir.reading;

import java.util.List;

/** What became of the reading of a resource that is well-formed FHIR. */
public sealed interface ReadResult<T> {
  record Read<T>(T value) implements ReadResult<T> {}

  /** It is no vital sign that Vigil records; there is nothing wrong with it (422). */
  record NotSupported<T>(Issue issue) implements ReadResult<T> {}

  /** Something in it is not acceptable (422); at least one issue. */
  record Refused<T>(List<Issue> issues) implements ReadResult<T> {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
