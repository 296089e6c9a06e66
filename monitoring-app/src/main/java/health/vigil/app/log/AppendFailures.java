package health.vigil.app.log;

import health.vigil.store.AppendRefusedException;
import health.vigil.store.OutcomeUnknownException;

/** What a failure says of the append that it came of, however deep it was wrapped. */
public final class AppendFailures {
  private static final int DEEPEST = 20;

  private AppendFailures() {}

  /** Nobody knows yet whether it is in the log; the same key settles it. */
  public static boolean isUnknown(Throwable failure) {
    return has(failure, OutcomeUnknownException.class);
  }

  /** It is not in the log, for a reason that passes. */
  public static boolean isRefused(Throwable failure) {
    return has(failure, AppendRefusedException.class);
  }

  /** The log takes nothing at the moment: what comes next would only wait, too. */
  public static boolean isStalled(Throwable failure) {
    return isUnknown(failure) || isRefused(failure);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
