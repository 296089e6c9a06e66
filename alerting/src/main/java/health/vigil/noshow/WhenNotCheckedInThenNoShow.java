package health.vigil.noshow;

import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.appointment.AppointmentId;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Marks a confirmed appointment as a no-show when the patient has not checked in by the end of the
 * grace time. A request that was never confirmed is not waited for: the patient was promised
 * nothing. The appointment has the last word, for it may be ahead of what the saga has seen.
 */
@ProcessingGroup("no-show")
class WhenNotCheckedInThenNoShow {
  static final String APPOINTMENT = "appointmentId";
  static final String DUE = "no-show-due";

  private @Nullable Instant start;
  private @Nullable String deadline;

  @StartSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  void on(AppointmentConfirmed event, DeadlineManager deadlines, NoShowRules rules) {
    await(event.appointmentId(), event.slot().start(), deadlines, rules);
  }

  @SagaEventHandler(associationProperty = APPOINTMENT)
  void on(AppointmentRescheduled event, DeadlineManager deadlines, NoShowRules rules) {
    cancel(deadlines);
    await(event.appointmentId(), event.slot().start(), deadlines, rules);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  void on(PatientCheckedIn event, DeadlineManager deadlines) {
    cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  void on(AppointmentFulfilled event, DeadlineManager deadlines) {
    cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  void on(AppointmentCancelled event, DeadlineManager deadlines) {
    cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  void on(NoShowMarked event, DeadlineManager deadlines) {
    cancel(deadlines);
  }

  @DeadlineHandler(deadlineName = DUE)
  void on(NoShowDue due, CommandGateway commands) {
    boolean stale = !due.start().equals(start); // it fired while it was being moved
    if (!stale && settled(due, commands)) {
      SagaLifecycle.end();
    }
  }

  /** False when the appointment was moved: the saga meets that fact later, and waits anew. */
  private static boolean settled(NoShowDue due, CommandGateway commands) {
    try {
      commands.sendAndWait(new MarkNoShow(due.appointmentId(), due.start(), due.dueAt()));
      return true;
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CONFLICT) {
        throw refusal;
      }
      return !refusal.code().equals(MarkNoShow.RESCHEDULED);
    }
  }

  private void await(
      AppointmentId appointment, Instant expected, DeadlineManager deadlines, NoShowRules rules) {
    Instant dueAt = rules.missedAt(expected);
    start = expected;
    deadline = deadlines.schedule(dueAt, DUE, new NoShowDue(appointment, expected, dueAt));
  }

  private void cancel(DeadlineManager deadlines) {
    if (deadline != null) {
      deadlines.cancelSchedule(DUE, deadline);
      deadline = null;
    }
  }
}
