package health.vigil.projection.testlog;

import health.vigil.alert.AlertDecisions;
import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.EscalationChains;
import health.vigil.alert.EscalationStep;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.ward.BedId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts are raised, told on, acknowledged and ended. */
final class Alarms {
  private static final AlertRule NEWS2 = new AlertRule("NEWS2");

  private final World world;

  Alarms(World world) {
    this.world = world;
  }

  void breach(InHospital stay, Band level, ObservationId basis, boolean late) {
    Cause cause = new Cause(level, basis, false, List.of(), late);
    OpenAlert open = open(stay, NEWS2);
    if (open == null) {
      raise(stay, NEWS2, AlertKind.PHYSIOLOGICAL, cause, stay.episode);
    } else if (open.presence == Presence.LATCHED) {
      open.presence = Presence.ON;
      world.log.append(
          world.now(),
          new AlertReturned(
              open.id,
              stay.patient(),
              stay.stay,
              stay.bed,
              priority(level),
              cause,
              ++open.edge,
              world.now()));
    } else {
      changeLevel(stay, open, level, cause);
    }
  }

  void clear(InHospital stay, AlertEnd reason) {
    OpenAlert open = open(stay, NEWS2);
    if (open == null) {
      return;
    }
    if (open.presence == Presence.ACK || reason == AlertEnd.RETRACTED) {
      end(stay, open, reason);
    } else if (open.presence == Presence.ON) {
      open.presence = Presence.LATCHED;
      world.log.append(
          world.now(),
          new AlertLatched(
              open.id, stay.patient(), stay.stay, stay.bed, reason, ++open.edge, world.now()));
    }
  }

  void overdue() {
    InHospital stay = world.someStay();
    if (stay != null && open(stay, AlertRule.OBSERVATION_OVERDUE) == null) {
      Cause cause = new Cause(Band.MEDIUM, null, false, List.of(), false);
      raise(
          stay,
          AlertRule.OBSERVATION_OVERDUE,
          AlertKind.TECHNICAL,
          cause,
          world.chance.upTo(1_000_000));
    }
  }

  void observed(InHospital stay) {
    OpenAlert open = open(stay, AlertRule.OBSERVATION_OVERDUE);
    if (open != null) {
      end(stay, open, AlertEnd.CLEARED);
    }
  }

  void acknowledge() {
    InHospital stay = world.chance.of(alarmed());
    OpenAlert open = stay == null ? null : world.chance.oneOf(stay.alerts);
    if (stay == null || open == null || open.presence == Presence.ACK) {
      return;
    }
    AlertAcknowledged acknowledged =
        new AlertAcknowledged(open.id, stay.patient(), stay.stay, stay.bed, world.now());
    if (open.presence == Presence.LATCHED) {
      stay.alerts.remove(open);
      world.log.append(
          world.now(),
          acknowledged,
          new AlertEnded(
              open.id, stay.patient(), stay.stay, stay.bed, AlertEnd.CLEARED, world.now()));
    } else {
      open.presence = Presence.ACK;
      world.log.append(world.now(), acknowledged);
    }
  }

  void escalate() {
    InHospital stay = world.chance.of(alarmed());
    OpenAlert open = stay == null ? null : world.chance.oneOf(stay.alerts);
    if (stay == null || open == null || open.presence != Presence.ON) {
      return;
    }
    List<EscalationStep> steps = chain(stay, open.level);
    if (open.told < steps.size()) {
      world.log.append(
          world.now(),
          new AlertEscalated(
              open.id, stay.patient(), stay.stay, stay.bed, steps.get(open.told++), world.now()));
    }
  }

  void move(InHospital stay, BedId from) {
    for (OpenAlert open : stay.alerts) {
      world.log.append(
          world.now(),
          new AlertMoved(open.id, stay.patient(), stay.stay, from, stay.bed, world.now()));
    }
  }

  void endAll(InHospital stay, AlertEnd reason) {
    new ArrayList<>(stay.alerts).forEach(open -> end(stay, open, reason));
  }

  private void raise(InHospital stay, AlertRule rule, AlertKind kind, Cause cause, int episode) {
    OpenAlert open = new OpenAlert(AlertId.of(stay.stay, rule, episode), rule, cause.level());
    stay.alerts.add(open);
    world.log.append(
        world.now(),
        new AlertRaised(
            open.id,
            stay.patient(),
            stay.stay,
            stay.bed,
            rule,
            kind,
            priority(cause.level()),
            kind == AlertKind.PHYSIOLOGICAL,
            cause,
            AlertDecisions.VERSION,
            chain(stay, cause.level()).get(0),
            open.edge,
            world.now()));
  }

  private void changeLevel(InHospital stay, OpenAlert open, Band level, Cause cause) {
    boolean worse = level.compareTo(open.level) > 0;
    if (level == open.level) {
      return;
    }
    open.level = level;
    open.edge++;
    if (worse) {
      open.presence = Presence.ON;
      open.told = 1;
    }
    Object fact =
        worse
            ? new AlertUpgraded(
                open.id,
                stay.patient(),
                stay.stay,
                stay.bed,
                priority(level),
                cause,
                chain(stay, level).get(0),
                open.edge,
                world.now())
            : new AlertDowngraded(
                open.id,
                stay.patient(),
                stay.stay,
                stay.bed,
                priority(level),
                cause,
                open.edge,
                world.now());
    world.log.append(world.now(), fact);
  }

  private void end(InHospital stay, OpenAlert open, AlertEnd reason) {
    stay.alerts.remove(open);
    world.log.append(
        world.now(),
        new AlertEnded(open.id, stay.patient(), stay.stay, stay.bed, reason, world.now()));
  }

  private List<InHospital> alarmed() {
    return world.stays.stream().filter(stay -> !stay.alerts.isEmpty()).toList();
  }

  private static @Nullable OpenAlert open(InHospital stay, AlertRule rule) {
    return stay.alerts.stream().filter(alert -> alert.rule.equals(rule)).findFirst().orElse(null);
  }

  private static List<EscalationStep> chain(InHospital stay, Band level) {
    return EscalationChains.STANDARD.of(stay.bed.ward(), level).steps();
  }

  private static Priority priority(Band level) {
    return level == Band.HIGH ? Priority.HIGH : Priority.MEDIUM;
  }
}
