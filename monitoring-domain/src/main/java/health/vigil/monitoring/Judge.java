package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import java.time.Instant;

/**
 * Decides about sets on what is known of a stay.
 *
 * @param period when the patient is in the stay
 */
record Judge(Watch watch, Period period, Course course, long planRevision) {

  /** What was decided about one set, and where the patient stands after it. */
  record Decision(Assessment assessment, Standing standing) {}

  Decision record(RecordVitalSigns command, AgeGroup age) {
    if (!period.covers(command.measuredAt())) {
      return new Decision(Assessment.outsideStay(planRevision), course.standing());
    }
    RecentSet set =
        RecentSet.arriving(
            command.observationId(), command.values(), command.measuredAt(), age.isScorable());
    RecentSet timed = set.with(watch.timeliness(set, course.recent(), command.at()));
    Assessment assessment = watch.assess(timed, age, command.externalScore(), planRevision);
    return new Decision(assessment, settled(watch.after(course.standing(), timed, with(timed))));
  }

  /** The corrected set takes the place of the original; everything is judged again. */
  Decision correct(CorrectObservation command, AgeGroup age) {
    if (!period.covers(command.measuredAt())) {
      return new Decision(Assessment.outsideStay(planRevision), without(command.observationId()));
    }
    RecentSet set =
        RecentSet.arriving(
            command.observationId(), command.values(), command.measuredAt(), age.isScorable());
    RecentSet timed = set.with(timeliness(set, command.at()));
    Assessment assessment = watch.assess(timed, age, null, planRevision);
    return new Decision(assessment, settled(watch.afresh(with(timed))));
  }

  /** A set that is held no longer has no part in where the patient stands. */
  Standing without(ObservationId retracted) {
    return course.recent().find(retracted).isEmpty()
        ? course.standing()
        : settled(watch.afresh(course.recent().without(retracted)));
  }

  private RecentSets with(RecentSet set) {
    return course.recent().with(set, course.episodes().bases(), watch.plan().spo2Scale());
  }

  private Timeliness timeliness(RecentSet corrected, Instant at) {
    RecentSet original = course.recent().find(corrected.id()).orElse(null);
    if (original != null && original.measuredAt().equals(corrected.measuredAt())) {
      return original.timeliness();
    }
    return watch.timeliness(corrected, course.recent().before(corrected.id()), at);
  }

  private Standing settled(Standing after) {
    return period.over() ? after.over() : after;
  }
}
