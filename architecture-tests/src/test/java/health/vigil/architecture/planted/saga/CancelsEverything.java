package health.vigil.architecture.planted.saga;

import org.axonframework.deadline.DeadlineManager;

final class CancelsEverything {
  void cancel(DeadlineManager deadlines) {
    deadlines.cancelAllWithinScope("escalation");
  }
}
