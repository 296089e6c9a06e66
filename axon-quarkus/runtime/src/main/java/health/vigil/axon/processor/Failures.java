package health.vigil.axon.processor;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tells an event that can not be handled from a database that can not be reached. */
final class Failures {

  /** Connection, resources, intervention, system error, lock not available, rollback. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58", "55", "40");

  /** A standby, while the primary changes. */
  private static final String READ_ONLY = "25006";

  private final List<PassingFailure> further;

  /**
   * @param further that the application knows of
   */
  Failures(List<PassingFailure> further) {
    this.further = List.copyOf(further);
  }

  /** Whether the failure says nothing about the event: it does not count as an attempt. */
  boolean isPassing(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isPassingItself(cause)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPassingItself(Throwable cause) {
    return cause instanceof SQLTransientException
        || cause instanceof SQLRecoverableException
        || cause instanceof UnableToClaimTokenException
        || cause instanceof ConcurrencyException
        || (cause instanceof SQLException sql && isPassing(sql))
        || further.stream().anyMatch(passing -> passing.isPassing(cause));
  }

  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    // A pool that has no connection to give says so with no state.
    return state == null
        || state.equals(READ_ONLY)
        || (state.length() >= 2 && PASSING_CLASSES.contains(state.substring(0, 2)));
  }
}
