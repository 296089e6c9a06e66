package health.vigil.axon.command;

import org.jspecify.annotations.Nullable;

/**
 * The deadline that this thread is handling, by the identifier it was scheduled under: that stays
 * the same when the deadline is executed again, which the identifier of its message does not.
 */
public final class DeadlineExecution {

  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  private DeadlineExecution() {}

  /** Handles a deadline. */
  public static void of(String scheduleId, Runnable handling) {
    CURRENT.set(scheduleId);
    try {
      handling.run();
    } finally {
      CURRENT.remove();
    }
  }

  static @Nullable String current() {
    return CURRENT.get();
  }
}
