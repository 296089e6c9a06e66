package health.vigil.app.monitoring;

import health.vigil.monitoring.MonitoringRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The domain's rules, as they are configured. */
class RulesProducer {
  @Produces
  @Singleton
  MonitoringRules rules(RulesConfiguration set) {
    return new MonitoringRules(
        set.firstObservationWithin(),
        set.intervalAtZero(),
        set.intervalAtLow(),
        set.longestIntervalAtLow(),
        set.intervalAtMedium(),
        set.intervalAtHigh(),
        set.intervalUnscored(),
        set.lateAlertsWithin(),
        set.clockTolerance(),
        set.scoredFromAge(),
        set.breachFrom(),
        set.zone());
  }
}
