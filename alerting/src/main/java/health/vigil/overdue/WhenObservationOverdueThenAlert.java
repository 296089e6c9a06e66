package health.vigil.overdue;

import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.Escalation;
import health.vigil.alert.EscalationChains;
import health.vigil.alert.EscalationDue;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.stay.StayEvent.StayPaused;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Watches that the next observation of a stay comes in time, and holds the alert when it does not.
 * Lives as long as the stay is monitored.
 */
@ProcessingGroup("overdue-observation")
class WhenObservationOverdueThenAlert {
  static final String MONITORING = "monitoringId";
  static final String STAY = "stayId";

  private @Nullable ObservationWatch watch;

  /** What is charted outside stays is never due. */
  @StartSaga
  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      MonitoringStarted event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    if (event.stayId() == null || event.bed() == null) {
      SagaLifecycle.end();
      return;
    }
    SagaLifecycle.associateWith(STAY, event.stayId().value());
    watch = new ObservationWatch(event.patientId(), event.stayId(), event.bed(), event.since());
    watch.expect(event.nextObservationDue(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      VitalSignsRecorded event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().follow(event.status(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      ObservationCorrected event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().follow(event.status(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      ObservationRetracted event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().follow(event.status(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      MonitoringPlanSet event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().follow(event.status(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = STAY)
  void on(
      StayPaused event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().pause(event.until(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      MonitoringMoved event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().move(event.bed(), event.at(), new Means(commands, deadlines, chains));
  }

  @SagaEventHandler(associationProperty = MONITORING)
  void on(
      MonitoringStopped event,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().stop(event.at(), new Means(commands, deadlines, chains));
    SagaLifecycle.end();
  }

  @SagaEventHandler(associationProperty = STAY)
  void on(AlertAcknowledged event, @SequenceNumber long revision, DeadlineManager deadlines) {
    watch().acknowledged(event.alertId(), revision, deadlines);
  }

  @DeadlineHandler(deadlineName = ObservationWatch.OVERDUE)
  void on(
      ObservationOverdue overdue,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().wake(overdue, new Means(commands, deadlines, chains));
  }

  @DeadlineHandler(deadlineName = Escalation.DUE)
  void on(
      EscalationDue due,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    watch().escalate(due, new Means(commands, deadlines, chains));
  }

  private ObservationWatch watch() {
    return Objects.requireNonNull(watch);
  }
}
