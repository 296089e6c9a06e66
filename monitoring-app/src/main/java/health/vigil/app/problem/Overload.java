package health.vigil.app.problem;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Tells the failures that pass: too many at once, or a database that is away for a moment. */
final class Overload {
  static final Problem PROBLEM =
      Problem.of(503, "try-again", "Too busy at the moment")
          .detail("Nothing is known to be recorded. Send the same request again, with its key.");

  static final Problem WITHOUT_KEYS =
      Problem.of(503, "keys-unavailable", "The keys of personal data can not be reached")
          .detail("Nothing is known to be recorded. Send the same request again, with its key.");

  /** Connection, serialization and deadlock, resources, operator intervention. */
  private static final Set<String> SQL_CLASSES = Set.of("08", "40", "53", "57");

  private Overload() {}

  static boolean isBehind(Throwable failure) {
    return Causes.of(failure).stream().anyMatch(Overload::passes);
  }

  private static boolean passes(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return passes(sql);
    }
    return cause instanceof ConcurrencyException || cause instanceof RejectedExecutionException;
  }

  /** The pool gives no state when no connection becomes free in time. */
  private static boolean passes(SQLException sql) {
    String state = sql.getSQLState();
    return state == null || SQL_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
  }
}
