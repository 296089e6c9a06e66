package health.vigil.alert;

import health.vigil.alert.AlertCommand.EscalateAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;

/**
 * The part of a saga that escalates one alert: a deadline for each further step of the chain, and
 * what is known of the alert.
 *
 * <p>A saga follows the log while its alert may be ahead of it: an answer tells of events that the
 * saga meets only later. So an event of the alert counts only when it is newer than the last
 * answer.
 */
public final class Escalation {
  /** Name of the deadlines; their payload is {@link EscalationDue}. */
  public static final String DUE = "escalation-due";

  private List<String> deadlines = new ArrayList<>();
  private Instant since = Instant.EPOCH;
  private long revision = -1;

  /**
   * Begins to tell along {@code chain} from {@code now} on, in place of any chain before. When the
   * alert has taken in more than {@code edge} already, what comes next in the log begins its chain.
   */
  public void start(
      EscalationChain chain,
      AlertId alert,
      long edge,
      Instant now,
      AlertState answer,
      DeadlineManager deadlineManager) {
    start(chain, alert, edge, now, answer, deadlineManager, Origin.now());
  }

  /** As without {@code origin}, for what something else than the message that is handled led to. */
  public void start(
      EscalationChain chain,
      AlertId alert,
      long edge,
      Instant now,
      AlertState answer,
      DeadlineManager deadlineManager,
      Origin origin) {
    since = now;
    goOn(chain, alert, edge, answer, deadlineManager, origin);
  }

  /** As {@link #start}, with the time that has passed. */
  public void goOn(
      EscalationChain chain,
      AlertId alert,
      long edge,
      AlertState answer,
      DeadlineManager deadlineManager) {
    goOn(chain, alert, edge, answer, deadlineManager, Origin.now());
  }

  private void goOn(
      EscalationChain chain,
      AlertId alert,
      long edge,
      AlertState answer,
      DeadlineManager deadlineManager,
      Origin origin) {
    cancel(deadlineManager);
    revision = answer.revision();
    if (answer.isOn() && answer.edge() <= edge) {
      for (EscalationStep step : chain.further()) {
        Instant dueAt = since.plus(step.after());
        EscalationDue due = new EscalationDue(alert, step, answer.edge(), dueAt);
        deadlines.add(deadlineManager.schedule(dueAt, DUE, origin.deadline(due)));
      }
    }
  }

  /** Learns how the alert stands; an alert that is not on is told to nobody further. */
  public void know(AlertState answer, DeadlineManager deadlineManager) {
    revision = answer.revision();
    if (!answer.isOn()) {
      cancel(deadlineManager);
    }
  }

  /** The alert was acknowledged by the event of that sequence number in its stream. */
  public void acknowledged(long sequenceNumber, DeadlineManager deadlineManager) {
    if (sequenceNumber > revision) {
      revision = sequenceNumber;
      cancel(deadlineManager);
    }
  }

  /** Tells the next level. */
  public void tell(EscalationDue due, CommandGateway commands, DeadlineManager deadlineManager) {
    know(
        Alerts.ask(commands, new EscalateAlert(due.alertId(), due.step(), due.edge(), due.dueAt())),
        deadlineManager);
  }

  public void cancel(DeadlineManager deadlineManager) {
    deadlines.forEach(id -> deadlineManager.cancelSchedule(DUE, id));
    deadlines.clear();
  }
}
