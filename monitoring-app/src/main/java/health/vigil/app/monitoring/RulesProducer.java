package health.vigil.app.monitoring;

import health.vigil.app.rules.ClinicalSettings;
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

  @Produces
  @Singleton
  ClinicalSettings told(RulesConfiguration set) {
    return book ->
        book.rule("vigil.monitoring.first-observation-within", set.firstObservationWithin())
            .rule("vigil.monitoring.interval-at-zero", set.intervalAtZero())
            .rule("vigil.monitoring.interval-at-low", set.intervalAtLow())
            .rule("vigil.monitoring.longest-interval-at-low", set.longestIntervalAtLow())
            .rule("vigil.monitoring.interval-at-medium", set.intervalAtMedium())
            .rule("vigil.monitoring.interval-at-high", set.intervalAtHigh())
            .rule("vigil.monitoring.interval-unscored", set.intervalUnscored())
            .rule("vigil.monitoring.late-alerts-within", set.lateAlertsWithin())
            .rule("vigil.monitoring.clock-tolerance", set.clockTolerance())
            .rule("vigil.monitoring.scored-from-age", set.scoredFromAge())
            .rule("vigil.monitoring.breach-from", set.breachFrom())
            .rule("vigil.monitoring.zone", set.zone());
  }
}
