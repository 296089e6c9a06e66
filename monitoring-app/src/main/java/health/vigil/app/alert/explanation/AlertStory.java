package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertEvent;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.AlertKind;
import health.vigil.alert.Cause;
import health.vigil.alert.Presence;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.ObservationId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one alert.
 *
 * @param facts all of them, in their order; the first is its raising
 */
record AlertStory(List<Fact> facts) {
  /**
   * What a step of an alert rests on.
   *
   * @param edge that gave occasion to it, a place in the monitoring's stream
   */
  record Reason(Cause cause, long edge) {}

  AlertRaised raised() {
    return (AlertRaised) facts.get(0).event();
  }

  boolean isOfSilence() {
    return raised().kind() == AlertKind.TECHNICAL;
  }

  BreachRule rule() {
    return new BreachRule(raised().rule().value());
  }

  /** How it stands after its last fact. */
  Presence presence() {
    Presence presence = Presence.ON;
    for (Fact fact : facts) {
      presence = after(presence, fact.event());
    }
    return presence;
  }

  Set<ObservationId> sets() {
    return facts.stream()
        .map(fact -> reason((AlertEvent) fact.event()))
        .filter(Objects::nonNull)
        .map(reason -> reason.cause().basis())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  Set<Long> edges() {
    return facts.stream()
        .map(fact -> reason((AlertEvent) fact.event()))
        .filter(Objects::nonNull)
        .map(Reason::edge)
        .collect(Collectors.toSet());
  }

  /** What the event rests on, null for what rests on no breach. */
  static @Nullable Reason reason(AlertEvent event) {
    if (event instanceof AlertRaised e) {
      return new Reason(e.cause(), e.edge());
    } else if (event instanceof AlertUpgraded e) {
      return new Reason(e.cause(), e.edge());
    } else if (event instanceof AlertDowngraded e) {
      return new Reason(e.cause(), e.edge());
    } else if (event instanceof AlertReturned e) {
      return new Reason(e.cause(), e.edge());
    }
    return null;
  }

  private static Presence after(Presence before, Object event) {
    if (event instanceof AlertAcknowledged) {
      return Presence.ACK;
    } else if (event instanceof AlertLatched) {
      return Presence.LATCHED;
    } else if (event instanceof AlertEnded) {
      return Presence.OFF;
    }
    boolean on =
        event instanceof AlertRaised
            || event instanceof AlertUpgraded
            || event instanceof AlertReturned;
    return on ? Presence.ON : before;
  }
}
