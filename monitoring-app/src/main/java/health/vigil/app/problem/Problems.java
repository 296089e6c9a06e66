package health.vigil.app.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.vigil.personal.key.KeysUnavailable;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says for each failure which problem it is to a client. Nothing of what was sent is repeated. */
@Singleton
public class Problems {
  private static final String NO_CHARACTER = "22021";

  private static final Problem INTERNAL =
      Problem.of(500, "internal-error", "Something went wrong here")
          .detail("The request was not completed. Whoever runs Vigil finds the cause in its log.");

  /** The problem; a failure that nobody foresaw is logged here. */
  public Problem of(Throwable failure) {
    return known(failure)
        .orElseGet(
            () -> {
              UnforeseenFailures.log(failure);
              return unknown();
            });
  }

  /** The problem, or nothing when the failure is one that nobody foresaw. */
  Optional<Problem> known(Throwable failure) {
    List<Throwable> causes = Causes.of(failure);
    return first(causes, Problems::told)
        .or(() -> first(causes, Problems::withoutKeys))
        .or(() -> first(causes, Problems::unreadable))
        .or(() -> first(causes, Problems::refusedByFramework))
        .or(() -> first(causes, LogProblems::of))
        .or(() -> first(causes, Problems::unstorable))
        .or(() -> Overload.isBehind(failure) ? Optional.of(Overload.PROBLEM) : Optional.empty());
  }

  /** What a client is told of a failure that nobody foresaw. */
  Problem unknown() {
    return INTERNAL;
  }

  private static Optional<Problem> first(
      List<Throwable> causes, Function<Throwable, Optional<Problem>> problem) {
    return causes.stream().map(problem).flatMap(Optional::stream).findFirst();
  }

  /** What our own code says, however deep it was wrapped. */
  private static Optional<Problem> told(Throwable failure) {
    if (failure instanceof ProblemException told) {
      return Optional.of(told.problem());
    }
    return failure instanceof Refusal refusal ? Optional.of(refused(refusal)) : Optional.empty();
  }

  /** Comes up amid JSON that is written or read, and is not that JSON's fault. */
  private static Optional<Problem> withoutKeys(Throwable failure) {
    return failure instanceof KeysUnavailable
        ? Optional.of(Overload.WITHOUT_KEYS)
        : Optional.empty();
  }

  private static Optional<Problem> unreadable(Throwable failure) {
    return failure instanceof JsonProcessingException json
        ? Optional.of(UnreadableJson.problem(json))
        : Optional.empty();
  }

  private static Optional<Problem> refusedByFramework(Throwable failure) {
    return failure instanceof WebApplicationException web
        ? Optional.of(HttpProblems.of(web.getResponse().getStatus()))
        : Optional.empty();
  }

  /** PostgreSQL has no place for U+0000; no id and no text that is kept has one. */
  private static Optional<Problem> unstorable(Throwable failure) {
    return failure instanceof SQLException sql && NO_CHARACTER.equals(sql.getSQLState())
        ? Optional.of(refused(Refusal.invalid("text", "no U+0000 in ids and texts")))
        : Optional.empty();
  }

  private static Problem refused(Refusal refusal) {
    String code = refusal.code();
    Problem problem =
        switch (refusal.kind()) {
          case NOT_FOUND -> Problem.of(404, code, "Not found");
          case CONFLICT -> Problem.of(409, code, "Not possible in the present state");
          case STALE -> Problem.of(412, code, "Edited on an old revision");
          case INVALID -> Problem.of(422, code, "A value is not acceptable");
        };
    return problem
        .detail(String.valueOf(refusal.getMessage()))
        .errors(refusal.errors())
        .with(refusal.details());
  }
}
