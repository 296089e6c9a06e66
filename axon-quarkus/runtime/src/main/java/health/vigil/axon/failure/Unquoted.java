package health.vigil.axon.failure;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/**
 * A failure without what it says. The message of an exception may quote a value of an event, and so
 * a person; logs and dead letters are kept where nobody could erase that.
 */
public final class Unquoted {

  private Unquoted() {}

  /** The types of the failure and its causes, where they were thrown, and SQL states. */
  public static ThrowableCause of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static ThrowableCause of(Throwable failure, Set<Throwable> known) {
    known.add(failure);
    ThrowableCause unquoted = new ThrowableCause(failure.getClass().getName(), told(failure));
    unquoted.setStackTrace(failure.getStackTrace());
    @Nullable Throwable cause = failure.getCause();
    if (cause != null && !known.contains(cause)) {
      unquoted.initCause(of(cause, known));
    }
    return unquoted;
  }

  private static String told(Throwable failure) {
    return failure instanceof SQLException sql ? "SQL state " + sql.getSQLState() : "";
  }
}
