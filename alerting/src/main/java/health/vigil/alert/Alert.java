package health.vigil.alert;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.alert.AlertCommand.ClearAlert;
import health.vigil.alert.AlertCommand.DowngradeAlert;
import health.vigil.alert.AlertCommand.EscalateAlert;
import health.vigil.alert.AlertCommand.MoveAlert;
import health.vigil.alert.AlertCommand.RaiseAlert;
import health.vigil.alert.AlertCommand.ReturnAlert;
import health.vigil.alert.AlertCommand.UpgradeAlert;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * One alert, from the first breach until somebody has dealt with it and the condition is gone.
 *
 * <p>Every command may come twice or too late: what was done already is not done again, and the
 * answer says how the alert stands.
 */
@AggregateRoot
final class Alert {
  @AggregateIdentifier private AlertId id;
  private PatientId patientId;
  private StayId stayId;
  private BedId bed;
  private boolean latching;
  private boolean raised;
  private Presence presence = Presence.OFF;
  private int level;
  private long edge;

  private AlertEnd gone = AlertEnd.CLEARED;
  private boolean hasLatched;

  /** What is not set here is set by the first event. */
  @SuppressWarnings("NullAway.Init")
  Alert() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  AlertState handle(RaiseAlert c) {
    if (!raised) {
      apply(
          new AlertRaised(
              c.alertId(),
              c.patientId(),
              c.stayId(),
              c.bed(),
              c.rule(),
              c.kind(),
              c.priority(),
              c.latching(),
              c.cause(),
              c.firstStep(),
              c.edge(),
              c.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(ReturnAlert c) {
    if (presence == Presence.LATCHED && isNew(c.edge())) {
      apply(
          new AlertReturned(id, patientId, stayId, bed, c.priority(), c.cause(), c.edge(), c.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(UpgradeAlert c) {
    if (isOpen() && isNew(c.edge())) {
      apply(
          new AlertUpgraded(
              id,
              patientId,
              stayId,
              bed,
              c.priority(),
              c.cause(),
              c.firstStep(),
              c.edge(),
              c.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(DowngradeAlert c) {
    if (isOpen() && isNew(c.edge())) {
      apply(
          new AlertDowngraded(
              id, patientId, stayId, bed, c.priority(), c.cause(), c.edge(), c.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(ClearAlert c) {
    if (isOpen() && isNew(c.edge())) {
      if (isDealtWith(c.reason())) {
        end(c.reason(), c.at());
      } else if (presence == Presence.ON) {
        apply(new AlertLatched(id, patientId, stayId, bed, c.reason(), c.edge(), c.at()));
      }
    }
    return state();
  }

  @CommandHandler
  AlertState handle(EscalateAlert c) {
    if (presence == Presence.ON && c.edge() == edge && c.step().level() > level) {
      apply(new AlertEscalated(id, patientId, stayId, bed, c.step(), c.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(MoveAlert c) {
    if (isOpen() && !c.bed().equals(bed)) {
      apply(new AlertMoved(id, patientId, stayId, bed, c.bed(), c.at()));
    }
    return state();
  }

  /** Asked for by {@link Acknowledgements}. */
  AlertState acknowledge(Instant at) {
    requireUnacknowledged();
    boolean over = presence == Presence.LATCHED;
    apply(new AlertAcknowledged(id, patientId, stayId, bed, at));
    if (over) {
      end(gone, at);
    }
    return state();
  }

  @EventSourcingHandler
  void on(AlertRaised event) {
    id = event.alertId();
    patientId = event.patientId();
    stayId = event.stayId();
    bed = event.bed();
    latching = event.latching();
    raised = true;
    presence = Presence.ON;
    level = event.step().level();
    edge = event.edge();
  }

  @EventSourcingHandler
  void on(AlertReturned event) {
    presence = Presence.ON;
    edge = event.edge();
  }

  @EventSourcingHandler
  void on(AlertUpgraded event) {
    presence = Presence.ON;
    level = event.step().level();
    edge = event.edge();
  }

  @EventSourcingHandler
  void on(AlertDowngraded event) {
    edge = event.edge();
  }

  @EventSourcingHandler
  void on(AlertLatched event) {
    presence = Presence.LATCHED;
    gone = event.reason();
    hasLatched = true;
    edge = event.edge();
  }

  @EventSourcingHandler
  void on(AlertEscalated event) {
    level = event.step().level();
  }

  @EventSourcingHandler
  void on(AlertMoved event) {
    bed = event.bed();
  }

  @EventSourcingHandler
  void on(AlertAcknowledged event) {
    presence = Presence.ACK;
  }

  @EventSourcingHandler
  void on(AlertEnded event) {
    presence = Presence.OFF;
  }

  private void end(AlertEnd reason, Instant at) {
    apply(new AlertEnded(id, patientId, stayId, bed, reason, at));
  }

  private boolean isOpen() {
    return presence != Presence.OFF;
  }

  private boolean isNew(long thatEdge) {
    return thatEdge > edge;
  }

  /**
   * Whether nobody has to look at the alert any more once its condition is gone for that reason.
   */
  private boolean isDealtWith(AlertEnd reason) {
    return switch (reason) {
      case STAY_ENDED -> true;
      // An alert that has latched before stands for an earlier breach too, which was real.
      case RETRACTED -> presence == Presence.ACK || !latching || !hasLatched;
      case CLEARED, PLAN_CHANGED -> presence == Presence.ACK || !latching;
    };
  }

  private void requireUnacknowledged() {
    if (presence == Presence.ACK) {
      throw Refusal.conflict("already-acknowledged", "The alert is acknowledged already.");
    }
    if (presence == Presence.OFF) {
      throw Refusal.conflict("alert-over", "The alert is over.");
    }
  }

  private AlertState state() {
    return new AlertState(presence, edge, AggregateLifecycle.getVersion());
  }
}
