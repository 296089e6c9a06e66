package health.vigil.app.alert.explanation;

import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a monitoring's stream.
 *
 * @param facts in the order of the stream, not all of them
 */
record MonitoringStory(List<Fact> facts) {
  MonitoringStory {
    facts = facts.stream().sorted(Comparator.comparingLong(Fact::sequence)).toList();
  }

  /** The breach at that place, null when there is none. */
  @Nullable Fact breach(long edge) {
    return facts.stream()
        .filter(fact -> fact.sequence() == edge)
        .filter(
            fact ->
                fact.event() instanceof BreachBegan || fact.event() instanceof BreachLevelChanged)
        .findFirst()
        .orElse(null);
  }

  /** What was judged when the edge came about, null when that is not known. */
  @Nullable Fact occasion(long edge) {
    return last(facts.stream().filter(fact -> fact.sequence() < edge && isJudged(fact)).toList());
  }

  /** The plan in force at that place. */
  KnownPlan planAt(long edge) {
    Fact set =
        last(
            facts.stream()
                .filter(fact -> fact.sequence() < edge)
                .filter(fact -> fact.event() instanceof MonitoringPlanSet)
                .toList());
    return set == null ? KnownPlan.STANDARD : KnownPlan.of(set);
  }

  /** The set as it was known at that place, null when it was not. */
  @Nullable KnownSet setAt(ObservationId id, long edge) {
    return KnownSet.of(of(id).stream().filter(fact -> fact.sequence() < edge).toList());
  }

  /** The set as it is known now, null when it is not. */
  @Nullable KnownSet setNow(ObservationId id) {
    return KnownSet.of(of(id));
  }

  /** The status that an event carries, null when it carries none. */
  static @Nullable CurrentStatus status(@Nullable Fact fact) {
    Object event = fact == null ? null : fact.event();
    if (event instanceof VitalSignsRecorded recorded) {
      return recorded.status();
    } else if (event instanceof ObservationCorrected corrected) {
      return corrected.status();
    } else if (event instanceof ObservationRetracted retracted) {
      return retracted.status();
    } else if (event instanceof MonitoringPlanSet planned) {
      return planned.status();
    }
    return null;
  }

  private static boolean isJudged(Fact fact) {
    return status(fact) != null || fact.event() instanceof MonitoringStarted;
  }

  private List<Fact> of(ObservationId id) {
    return facts.stream().filter(fact -> id.equals(set(fact))).toList();
  }

  /** The set that an event is of, null when it is of none. */
  static @Nullable ObservationId set(Fact fact) {
    if (fact.event() instanceof VitalSignsRecorded recorded) {
      return recorded.observationId();
    } else if (fact.event() instanceof ObservationCorrected corrected) {
      return corrected.observationId();
    } else if (fact.event() instanceof ObservationRetracted retracted) {
      return retracted.observationId();
    }
    return null;
  }

  private static @Nullable Fact last(List<Fact> facts) {
    return facts.isEmpty() ? null : facts.get(facts.size() - 1);
  }
}
