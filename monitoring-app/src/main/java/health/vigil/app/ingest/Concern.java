package health.vigil.app.ingest;

import health.vigil.monitoring.MonitoringEvent;
import health.vigil.monitoring.MonitoringEvent.ObservationPartRecorded;
import health.vigil.monitoring.MonitoringEvent.ReadingsMerged;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.Score;
import health.vigil.patient.PatientEvent;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose recorded readings an event leaves standing no longer.
 *
 * @param device null for all of the patient's
 */
record Concern(PatientId patient, @Nullable String device) {
  /**
   * An incomplete set that begins and ends no breach leaves a patient where others saw them; it
   * concerns only the device that sent it. What decides nothing concerns none.
   */
  static Optional<Concern> of(Object event) {
    if (event instanceof VitalSignsRecorded set && !isComplete(set)) {
      return Optional.ofNullable(set.device()).map(device -> new Concern(set.patientId(), device));
    }
    if (event instanceof ReadingsMerged || event instanceof ObservationPartRecorded) {
      return Optional.empty();
    }
    if (event instanceof MonitoringEvent monitoring) {
      return Optional.of(new Concern(monitoring.patientId(), null));
    }
    if (event instanceof StayEvent stay) {
      return Optional.of(new Concern(stay.patientId(), null));
    }
    return event instanceof PatientEvent patient
        ? Optional.of(new Concern(patient.patientId(), null))
        : Optional.empty();
  }

  private static boolean isComplete(VitalSignsRecorded set) {
    Score score = set.assessment().score();
    return score != null && score.complete();
  }
}
