package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about sets on what is known of a stay.
 *
 * @param needed sets that open breaches rest on
 * @param period when the patient is in the stay
 */
record Judge(
    Watch watch,
    Period period,
    Standing standing,
    RecentSets recent,
    Set<ObservationId> needed,
    long planRevision) {

  /** What was decided about one set, and where the patient stands after it. */
  record Decision(Assessment assessment, Standing standing) {}

  Decision record(RecordVitalSigns command, AgeGroup age) {
    if (!period.covers(command.measuredAt())) {
      return new Decision(Assessment.outsideStay(planRevision), standing);
    }
    Timeliness timeliness =
        watch.timeliness(command.measuredAt(), standing.status().measuredAt(), command.at());
    RecentSet set =
        new RecentSet(
            command.observationId(),
            command.values(),
            command.measuredAt(),
            timeliness,
            age.isScorable());
    Assessment assessment = watch.assess(set, age, command.externalScore(), planRevision);
    return new Decision(assessment, settled(watch.after(standing, set, recent.with(set, needed))));
  }

  /** The corrected set takes the place of the original; everything is judged again. */
  Decision correct(CorrectObservation command, AgeGroup age) {
    if (!period.covers(command.measuredAt())) {
      return new Decision(Assessment.outsideStay(planRevision), without(command.observationId()));
    }
    RecentSet set =
        new RecentSet(
            command.observationId(),
            command.values(),
            command.measuredAt(),
            timeliness(command),
            age.isScorable());
    Assessment assessment = watch.assess(set, age, null, planRevision);
    return new Decision(assessment, settled(watch.afresh(recent.with(set, needed))));
  }

  /** A set that is held no longer has no part in where the patient stands. */
  Standing without(ObservationId retracted) {
    return recent.find(retracted).isEmpty()
        ? standing
        : settled(watch.afresh(recent.without(retracted)));
  }

  private Timeliness timeliness(CorrectObservation command) {
    Optional<RecentSet> original =
        recent
            .find(command.observationId())
            .filter(set -> set.measuredAt().equals(command.measuredAt()));
    return original
        .map(RecentSet::timeliness)
        .orElseGet(
            () ->
                watch.timeliness(
                    command.measuredAt(),
                    measuredLast(recent.before(command.observationId())),
                    command.at()));
  }

  private static @Nullable Instant measuredLast(RecentSets sets) {
    return sets.newest().map(RecentSet::measuredAt).orElse(null);
  }

  private Standing settled(Standing after) {
    return period.over() ? after.over() : after;
  }
}
