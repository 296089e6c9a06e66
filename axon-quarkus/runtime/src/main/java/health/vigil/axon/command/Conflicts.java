package health.vigil.axon.command;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Failures that say that somebody else appended first. */
final class Conflicts {

  private Conflicts() {}

  static boolean isConflict(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyException
          || cause instanceof AggregateStreamCreationException) {
        return true;
      }
    }
    return false;
  }
}
