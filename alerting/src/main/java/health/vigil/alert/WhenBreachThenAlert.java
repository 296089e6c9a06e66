package health.vigil.alert;

import health.vigil.alert.AlertCommand.ClearAlert;
import health.vigil.alert.AlertCommand.DowngradeAlert;
import health.vigil.alert.AlertCommand.MoveAlert;
import health.vigil.alert.AlertCommand.RaiseAlert;
import health.vigil.alert.AlertCommand.ReturnAlert;
import health.vigil.alert.AlertCommand.UpgradeAlert;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.monitoring.BreachEnd;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.score.Band;
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
 * Raises, upgrades, downgrades, returns and clears the alert of one rule in one stay, and escalates
 * it. Lives while that alert is open; ends when it ends.
 */
@ProcessingGroup("episode-alert")
class WhenBreachThenAlert {
  static final String STAY_AND_RULE = "stayAndRule";
  static final String STAY = "stayId";

  private @Nullable AlertId alertId;
  private Band level = Band.LOW;
  private Escalation escalation = new Escalation();

  @StartSaga
  @SagaEventHandler(associationProperty = STAY_AND_RULE)
  void on(
      BreachBegan breach,
      @SequenceNumber long edge,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    EscalationChain chain = chains.of(breach.bed().ward(), breach.level());
    AlertState answer = alertId == null ? null : bringBack(alertId, breach, chain, edge, commands);
    if (answer == null || !answer.covers(edge)) {
      answer = raise(breach, chain, edge, commands);
    }
    level = breach.level();
    escalation.start(chain, open(), edge, breach.at(), answer, deadlines);
  }

  @SagaEventHandler(associationProperty = STAY_AND_RULE)
  void on(
      BreachLevelChanged breach,
      @SequenceNumber long edge,
      CommandGateway commands,
      DeadlineManager deadlines,
      EscalationChains chains) {
    EscalationChain chain = chains.of(breach.bed().ward(), breach.level());
    Priority priority = Priority.of(breach.level());
    if (breach.level().compareTo(level) > 0) {
      UpgradeAlert upgrade =
          new UpgradeAlert(open(), priority, causeOf(breach), chain.first(), edge, breach.at());
      escalation.start(chain, open(), edge, breach.at(), Alerts.ask(commands, upgrade), deadlines);
    } else {
      DowngradeAlert downgrade =
          new DowngradeAlert(open(), priority, causeOf(breach), edge, breach.at());
      escalation.goOn(chain, open(), edge, Alerts.ask(commands, downgrade), deadlines);
    }
    level = breach.level();
  }

  @SagaEventHandler(associationProperty = STAY_AND_RULE)
  void on(
      BreachEnded breach,
      @SequenceNumber long edge,
      CommandGateway commands,
      DeadlineManager deadlines) {
    ClearAlert clear = new ClearAlert(open(), endOf(breach.reason()), edge, breach.at());
    escalation.know(Alerts.ask(commands, clear), deadlines);
  }

  /** A breach that had ended before leaves a latched alert, which the stay's end ends. */
  @SagaEventHandler(associationProperty = STAY)
  void on(
      MonitoringStopped stopped,
      @SequenceNumber long edge,
      CommandGateway commands,
      DeadlineManager deadlines) {
    ClearAlert clear = new ClearAlert(open(), AlertEnd.STAY_ENDED, edge, stopped.at());
    escalation.know(Alerts.ask(commands, clear), deadlines);
  }

  @SagaEventHandler(associationProperty = STAY)
  void on(MonitoringMoved moved, CommandGateway commands, DeadlineManager deadlines) {
    MoveAlert move = new MoveAlert(open(), moved.bed(), moved.at());
    escalation.know(Alerts.ask(commands, move), deadlines);
  }

  @SagaEventHandler(associationProperty = STAY)
  void on(AlertAcknowledged event, @SequenceNumber long revision, DeadlineManager deadlines) {
    if (event.alertId().equals(alertId)) {
      escalation.acknowledged(revision, deadlines);
    }
  }

  /** The end of an alert that a newer one has replaced ends nothing more. */
  @SagaEventHandler(associationProperty = STAY)
  void on(AlertEnded event, DeadlineManager deadlines) {
    if (event.alertId().equals(alertId)) {
      escalation.cancel(deadlines);
      SagaLifecycle.end();
    }
  }

  @DeadlineHandler(deadlineName = Escalation.DUE)
  void on(EscalationDue due, CommandGateway commands, DeadlineManager deadlines) {
    escalation.tell(due, commands, deadlines);
  }

  /** The alert is on again, if it is still open. */
  private AlertState bringBack(
      AlertId alert,
      BreachBegan breach,
      EscalationChain chain,
      long edge,
      CommandGateway commands) {
    Priority priority = Priority.of(breach.level());
    return Alerts.ask(
        commands,
        breach.level().compareTo(level) > 0
            ? new UpgradeAlert(alert, priority, causeOf(breach), chain.first(), edge, breach.at())
            : new ReturnAlert(alert, priority, causeOf(breach), edge, breach.at()));
  }

  private AlertState raise(
      BreachBegan breach, EscalationChain chain, long edge, CommandGateway commands) {
    AlertRule rule = AlertRule.of(breach.rule());
    alertId = AlertId.of(breach.stayId(), rule, breach.episode());
    SagaLifecycle.associateWith(STAY, breach.stayId().value());
    return Alerts.ask(
        commands,
        new RaiseAlert(
            open(),
            breach.patientId(),
            breach.stayId(),
            breach.bed(),
            rule,
            AlertKind.PHYSIOLOGICAL,
            Priority.of(breach.level()),
            breach.level() != Band.LOW,
            causeOf(breach),
            chain.first(),
            edge,
            breach.at()));
  }

  private AlertId open() {
    return Objects.requireNonNull(alertId);
  }

  private static Cause causeOf(BreachBegan b) {
    return new Cause(b.level(), b.basis(), b.lowerBound(), b.missing(), b.late());
  }

  private static Cause causeOf(BreachLevelChanged b) {
    return new Cause(b.level(), b.basis(), b.lowerBound(), b.missing(), b.late());
  }

  private static AlertEnd endOf(BreachEnd end) {
    return switch (end) {
      case CLEARED -> AlertEnd.CLEARED;
      case RETRACTED -> AlertEnd.RETRACTED;
      case PLAN_CHANGED -> AlertEnd.PLAN_CHANGED;
      case STAY_ENDED -> AlertEnd.STAY_ENDED;
    };
  }
}
