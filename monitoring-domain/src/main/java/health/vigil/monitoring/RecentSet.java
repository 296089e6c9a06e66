package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;

/**
 * A valid set that a correction, a retraction or another plan may have to be judged by again.
 *
 * @param timeliness when it arrived; a correction takes the place of the original
 * @param scorable whether the patient was of an age to be scored
 */
record RecentSet(
    ObservationId id,
    VitalSigns values,
    Instant measuredAt,
    Timeliness timeliness,
    boolean scorable) {
  static RecentSet of(VitalSignsRecorded event) {
    return of(event.observationId(), event.values(), event.measuredAt(), event.assessment());
  }

  static RecentSet of(ObservationCorrected event) {
    return of(event.observationId(), event.values(), event.measuredAt(), event.assessment());
  }

  private static RecentSet of(
      ObservationId id, VitalSigns values, Instant measuredAt, Assessment assessment) {
    boolean scorable = assessment.notScored() != NotScored.UNDER_16;
    return new RecentSet(id, values, measuredAt, assessment.timeliness(), scorable);
  }

  /** Before it is known how it relates to what there is. */
  static RecentSet arriving(
      ObservationId id, VitalSigns values, Instant measuredAt, boolean scorable) {
    return new RecentSet(id, values, measuredAt, Timeliness.CURRENT, scorable);
  }

  RecentSet with(Timeliness known) {
    return new RecentSet(id, values, measuredAt, known, scorable);
  }

  /** Whether it is judged at all. */
  boolean counts() {
    return timeliness != Timeliness.CHARTED_ONLY;
  }

  boolean isCurrent() {
    return timeliness == Timeliness.CURRENT;
  }
}
