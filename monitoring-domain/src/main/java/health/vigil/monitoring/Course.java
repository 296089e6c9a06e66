package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is held of the course of a stay: as much as the next decision needs, and no more. */
record Course(CurrentStatus status, RecentSets recent, Episodes episodes, Retracted retracted) {

  static Course begun(@Nullable Instant firstDue) {
    return new Course(
        CurrentStatus.NONE.due(firstDue), RecentSets.NONE, Episodes.NONE, Retracted.NONE);
  }

  Standing standing() {
    return new Standing(status, episodes.open());
  }

  Course with(CurrentStatus newStatus) {
    return new Course(newStatus, recent, episodes, retracted);
  }

  Course after(VitalSignsRecorded event) {
    RecentSets sets =
        event.assessment().withinStay()
            ? recent.with(RecentSet.of(event), episodes.bases(), scale(event.assessment()))
            : recent;
    return new Course(event.status(), sets, episodes, retracted);
  }

  Course after(ObservationCorrected event) {
    RecentSets sets =
        event.assessment().withinStay()
            ? recent.with(RecentSet.of(event), episodes.bases(), scale(event.assessment()))
            : recent.without(event.observationId());
    return new Course(event.status(), sets.promoted(), episodes, retracted);
  }

  Course after(ObservationRetracted event) {
    RecentSets sets = recent.without(event.observationId());
    return new Course(
        event.status(), sets.promoted(), episodes, retracted.with(event.observationId()));
  }

  Course after(BreachBegan event) {
    return with(episodes.after(event));
  }

  Course after(BreachLevelChanged event) {
    return with(episodes.after(event));
  }

  Course after(BreachEnded event) {
    return with(episodes.after(event));
  }

  /** What is not scored shows no danger on either scale. */
  private static OxygenSaturationScale scale(Assessment assessment) {
    Score score = assessment.score();
    return score == null ? OxygenSaturationScale.SCALE_1 : score.spo2Scale();
  }

  private Course with(Episodes changed) {
    return new Course(status, recent, changed, retracted);
  }
}
