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
        new RecentSet(
            command.observationId(),
            command.values(),
            command.measuredAt(),
            timeliness(command),
            age.isScorable());
    Assessment assessment = watch.assess(set, age, command.externalScore(), planRevision);
    return new Decision(assessment, settled(watch.after(course.standing(), set, with(set))));
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
    return new Decision(assessment, settled(watch.afresh(with(set))));
  }

  /** A set that is held no longer has no part in where the patient stands. */
  Standing without(ObservationId retracted) {
    return course.recent().find(retracted).isEmpty()
        ? course.standing()
        : settled(watch.afresh(course.recent().without(retracted)));
  }

  private RecentSets with(RecentSet set) {
    return course.recent().with(set, course.episodes().bases());
  }

  private Timeliness timeliness(RecordVitalSigns command) {
    return watch.timeliness(command.measuredAt(), course.status().measuredAt(), command.at());
  }

  private Timeliness timeliness(CorrectObservation command) {
    RecentSet original = course.recent().find(command.observationId()).orElse(null);
    if (original != null && original.measuredAt().equals(command.measuredAt())) {
      return original.timeliness();
    }
    RecentSets before = course.recent().before(command.observationId());
    Instant newestBefore = before.newest().map(RecentSet::measuredAt).orElse(null);
    return watch.timeliness(command.measuredAt(), newestBefore, command.at());
  }

  private Standing settled(Standing after) {
    return period.over() ? after.over() : after;
  }
}
