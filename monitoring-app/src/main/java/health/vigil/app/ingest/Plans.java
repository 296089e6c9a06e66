package health.vigil.app.ingest;

import health.vigil.app.reading.ReadModels;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.projection.patient.FindPlan;
import health.vigil.projection.patient.PlanInForce;
import health.vigil.stay.StayId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans that recorded sets were judged by. */
@Singleton
class Plans {
  private static final int REMEMBERED = 2_000;

  private final ReadModels readModels;
  private final Map<Revision, MonitoringPlan> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Revision, MonitoringPlan> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Revision(StayId stay, long number) {}

  Plans(ReadModels readModels) {
    this.readModels = readModels;
  }

  /** Empty while the read model does not know it yet, and outside a stay. */
  Optional<MonitoringPlan> of(VitalSignsRecorded set) {
    if (set.stayId() == null) {
      return Optional.empty();
    }
    long number = set.assessment().planRevision();
    return number == 0
        ? Optional.of(MonitoringPlan.STANDARD)
        : Optional.ofNullable(remembered(new Revision(set.stayId(), number), set));
  }

  private @Nullable MonitoringPlan remembered(Revision revision, VitalSignsRecorded set) {
    synchronized (known) {
      MonitoringPlan plan = known.get(revision);
      if (plan != null) {
        return plan;
      }
    }
    MonitoringPlan found = find(revision, set);
    if (found != null) {
      synchronized (known) {
        known.put(revision, found);
      }
    }
    return found;
  }

  @SuppressWarnings("NullAway") // there is no answer for who is not admitted
  private @Nullable MonitoringPlan find(Revision revision, VitalSignsRecorded set) {
    PlanInForce plans = readModels.ask(new FindPlan(set.patientId()), PlanInForce.class);
    if (plans == null || !plans.stayId().equals(revision.stay())) {
      return null;
    }
    return plans.history().stream()
        .filter(one -> one.number() == revision.number())
        .map(PlanInForce.Revision::plan)
        .findFirst()
        .orElse(null);
  }
}
