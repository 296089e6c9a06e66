package health.vigil.projection.testlog;

import health.vigil.alert.AlertId;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Presence;
import health.vigil.monitoring.score.Band;

/** An alert that is not off. */
final class OpenAlert {
  final AlertId id;
  final AlertRule rule;
  Presence presence = Presence.ON;
  Band level;
  int told = 1;
  long edge = 1;

  OpenAlert(AlertId id, AlertRule rule, Band level) {
    this.id = id;
    this.rule = rule;
    this.level = level;
  }
}
