package health.vigil.app.alert.explanation;

import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set as it was known at one moment.
 *
 * @param facts what was known of it, oldest first: its recording, corrections, its retraction
 * @param retraction null while it stands
 */
record KnownSet(
    ObservationId id,
    VitalSigns values,
    Instant measuredAt,
    Assessment assessment,
    List<Fact> facts,
    @Nullable Fact retraction) {

  /**
   * What these facts of one set, oldest first, make of it; null when they do not begin with its
   * recording.
   */
  static @Nullable KnownSet of(List<Fact> facts) {
    if (facts.isEmpty() || !(facts.get(0).event() instanceof VitalSignsRecorded recorded)) {
      return null;
    }
    KnownSet set =
        new KnownSet(
            recorded.observationId(),
            recorded.values(),
            recorded.measuredAt(),
            recorded.assessment(),
            List.copyOf(facts),
            null);
    for (Fact fact : facts.subList(1, facts.size())) {
      set = set.after(fact);
    }
    return set;
  }

  Fact recording() {
    return facts.get(0);
  }

  Fact newest() {
    return facts.get(facts.size() - 1);
  }

  boolean isLate() {
    return assessment.timeliness() == Timeliness.LATE;
  }

  /** A set that has all that is needed: only it puts off what is due. */
  boolean isWhole() {
    return assessment.score() == null || assessment.score().complete();
  }

  private KnownSet after(Fact fact) {
    if (fact.event() instanceof ObservationCorrected now) {
      return new KnownSet(id, now.values(), now.measuredAt(), now.assessment(), facts, retraction);
    }
    return fact.event() instanceof ObservationRetracted
        ? new KnownSet(id, values, measuredAt, assessment, facts, fact)
        : this;
  }
}
