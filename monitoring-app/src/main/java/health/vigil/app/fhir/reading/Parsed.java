package health.vigil.app.fhir.reading;

import java.util.List;
import java.util.function.Function;

/** What became of a body, or of one resource in it. */
public sealed interface Parsed<T> {
  /** The next step, when this one went well. */
  <U> Parsed<U> then(Function<? super T, Parsed<U>> next);

  record Understood<T>(T value) implements Parsed<T> {
    @Override
    public <U> Parsed<U> then(Function<? super T, Parsed<U>> next) {
      return next.apply(value);
    }
  }

  /**
   * Nothing of it may be used.
   *
   * @param status of HTTP: 400 not FHIR, 404 a type of resource that is not supported, 422 FHIR
   *     that asks for something that is not done here
   * @param issues at least one
   */
  record Unreadable<T>(int status, List<Issue> issues) implements Parsed<T> {
    public Unreadable {
      issues = List.copyOf(issues);
    }

    @Override
    public <U> Parsed<U> then(Function<? super T, Parsed<U>> next) {
      return new Unreadable<>(status, issues);
    }
  }
}
