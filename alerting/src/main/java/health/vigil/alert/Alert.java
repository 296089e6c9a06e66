package health.vigil.alert;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.alert.AlertCommand.ClearAlert;
import health.vigil.alert.AlertCommand.DowngradeAlert;
import health.vigil.alert.AlertCommand.EscalateAlert;
import health.vigil.alert.AlertCommand.LookAtAlert;
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
import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
  private AlertFacts facts;
  private boolean latching;
  private boolean hasLatched;
  private Presence presence = Presence.OFF;
  private AlertEnd gone = AlertEnd.CLEARED;
  private SortedSet<Integer> told = new TreeSet<>();
  private long edge;

  @SuppressWarnings("NullAway.Init") // known from the first event on
  Alert() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  AlertState handle(RaiseAlert command) {
    if (id == null) {
      apply(AlertFacts.raised(command));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(ReturnAlert command) {
    if (presence == Presence.LATCHED && isNew(command.edge())) {
      apply(facts.returned(command));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(UpgradeAlert command) {
    if (isOpen() && isNew(command.edge())) {
      apply(facts.upgraded(command));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(DowngradeAlert command) {
    if (isOpen() && isNew(command.edge())) {
      apply(facts.downgraded(command));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(ClearAlert command) {
    if (isOpen() && isNew(command.edge())) {
      if (isDealtWith(command.reason())) {
        apply(facts.ended(command.reason(), command.at()));
      } else if (presence == Presence.ON) {
        apply(facts.latched(command.reason(), command.edge(), command.at()));
      }
    }
    return state();
  }

  @CommandHandler
  AlertState handle(EscalateAlert command) {
    boolean present = presence == Presence.ON && command.edge() == edge;
    if (present && !told.contains(command.step().level())) {
      apply(facts.escalated(command.step(), command.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(MoveAlert command) {
    if (isOpen() && !command.bed().equals(facts.bed())) {
      apply(facts.movedTo(command.bed(), command.at()));
    }
    return state();
  }

  @CommandHandler
  AlertState handle(LookAtAlert command) {
    return state();
  }

  /** Asked for by {@link Acknowledgements}. */
  AlertState acknowledge(Instant at) {
    requireUnacknowledged();
    boolean over = presence == Presence.LATCHED;
    apply(facts.acknowledged(at));
    if (over) {
      apply(facts.ended(gone, at));
    }
    return state();
  }

  @EventSourcingHandler
  void on(AlertRaised event) {
    id = event.alertId();
    facts = AlertFacts.of(event);
    latching = event.latching();
    presence = Presence.ON;
    told = new TreeSet<>(Set.of(event.step().level()));
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
    told = new TreeSet<>(Set.of(event.step().level()));
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
    told.add(event.step().level());
  }

  @EventSourcingHandler
  void on(AlertMoved event) {
    facts = facts.in(event.bed());
  }

  @EventSourcingHandler
  void on(AlertAcknowledged event) {
    presence = Presence.ACK;
  }

  @EventSourcingHandler
  void on(AlertEnded event) {
    presence = Presence.OFF;
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
