package health.vigil.app.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure and what it was caused by. */
final class Causes {
  private static final int DEEPEST = 20;

  private Causes() {}

  /** The failure first. */
  static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    @Nullable Throwable next = failure;
    while (next != null && causes.size() < DEEPEST) {
      causes.add(next);
      next = next.getCause();
    }
    return causes;
  }
}
