package health.vigil.projection.ward;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The alerts of a stay that are not off, most urgent first, then as they were raised. */
public record OpenAlerts(List<OpenAlert> alerts) {
  private static final Comparator<OpenAlert> URGENCY =
      Comparator.comparing(OpenAlert::priority)
          .thenComparing(OpenAlert::since)
          .thenComparing(alert -> alert.alertId().value());

  static final OpenAlerts NONE = new OpenAlerts(List.of());

  /** One alert; since when it has been raised. */
  public record OpenAlert(
      AlertId alertId,
      AlertRule rule,
      AlertKind kind,
      Priority priority,
      Presence presence,
      Instant since) {
    OpenAlert at(Priority changed) {
      return new OpenAlert(alertId, rule, kind, changed, presence, since);
    }

    OpenAlert being(Presence changed) {
      return new OpenAlert(alertId, rule, kind, priority, changed, since);
    }
  }

  public OpenAlerts {
    alerts = alerts.stream().sorted(URGENCY).toList();
  }

  public int count() {
    return alerts.size();
  }

  /** The priority of the most urgent one, null when none is open. */
  public @Nullable Priority highest() {
    return alerts.isEmpty() ? null : alerts.get(0).priority();
  }

  OpenAlerts with(AlertRaised raised) {
    List<OpenAlert> all = new ArrayList<>(without(raised.alertId()).alerts);
    all.add(
        new OpenAlert(
            raised.alertId(),
            raised.rule(),
            raised.kind(),
            raised.priority(),
            Presence.ON,
            raised.at()));
    return new OpenAlerts(all);
  }

  OpenAlerts without(AlertId gone) {
    return new OpenAlerts(alerts.stream().filter(alert -> !alert.alertId().equals(gone)).toList());
  }

  OpenAlerts changing(AlertId changed, UnaryOperator<OpenAlert> change) {
    return new OpenAlerts(
        alerts.stream()
            .map(alert -> alert.alertId().equals(changed) ? change.apply(alert) : alert)
            .toList());
  }
}
