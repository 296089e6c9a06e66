package health.vigil.app.alert.explanation;

import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringPlan;
import org.jspecify.annotations.Nullable;

/**
 * A plan in force.
 *
 * @param revision 0 is the standard plan
 * @param setting null for the standard plan, which nobody set
 */
record KnownPlan(MonitoringPlan plan, long revision, @Nullable Fact setting) {
  static final KnownPlan STANDARD = new KnownPlan(MonitoringPlan.STANDARD, 0, null);

  static KnownPlan of(Fact setting) {
    MonitoringPlanSet set = (MonitoringPlanSet) setting.event();
    return new KnownPlan(set.plan(), set.planRevision(), setting);
  }
}
