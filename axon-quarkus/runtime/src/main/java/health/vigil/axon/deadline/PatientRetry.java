package health.vigil.axon.deadline;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries again for ever: a deadline that could not be handled is never given up. */
record PatientRetry<T>(Duration first, Duration longest) implements FailureHandler<T> {

  private static final double GROWTH = 1.5;

  @Override
  public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
    Duration delay = delay(complete.getExecution().consecutiveFailures);
    operations.reschedule(complete, complete.getTimeDone().plus(delay));
  }

  Duration delay(int failuresBefore) {
    double millis = first.toMillis() * Math.pow(GROWTH, failuresBefore);
    return millis < (double) longest.toMillis() ? Duration.ofMillis((long) millis) : longest;
  }
}
