package health.vigil.axon.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.jboss.logging.Logger;

/**
 * Cancelling never fails because somebody handles the deadline just now. It may be waiting for the
 * very saga that cancels it, or belong to a node that died over it, which nobody knows for a while:
 * the event that cancels it must not be parked for that. Such a deadline fires once more, and its
 * handler finds that it is out of date.
 */
final class LenientDeadlineManager extends DbSchedulerDeadlineManager {

  private static final Logger LOG = Logger.getLogger(LenientDeadlineManager.class);

  private final Scheduler scheduler;
  private final String taskName;

  LenientDeadlineManager(
      DbSchedulerDeadlineManager.Builder builder, Scheduler scheduler, String taskName) {
    super(builder);
    this.scheduler = scheduler;
    this.taskName = taskName;
  }

  @Override
  public void cancelSchedule(String deadlineName, String scheduleId) {
    runOnPrepareCommitOrNow(() -> cancel(scheduleId));
  }

  private void cancel(String scheduleId) {
    try {
      scheduler.cancel(TaskInstanceId.of(taskName, scheduleId));
    } catch (TaskInstanceException overOrUnderWay) {
      LOG.debugf("Deadline %s is over or being handled", scheduleId);
    }
  }
}
