package health.vigil.monitoring;

import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a patient's monitoring; the stay is the patient's present one. */
public sealed interface MonitoringCommand {
  PatientId patientId();

  /**
   * Refused as stale when the plan's revision is another than expected, as a conflict {@code
   * not-admitted} outside a stay.
   *
   * @param expectedRevision of the plan that was edited, 0 for the standard plan
   */
  record SetMonitoringPlan(
      PatientId patientId, MonitoringPlan plan, long expectedRevision, Instant at)
      implements MonitoringCommand {}

  /**
   * Records one set: scored and watched within the present stay, only charted outside it.
   *
   * @param messageId of the sender, as it came
   * @param at when it was received
   */
  record RecordVitalSigns(
      PatientId patientId,
      ObservationId observationId,
      VitalSigns values,
      Instant measuredAt,
      @Nullable String messageId,
      @Nullable String device,
      @Nullable ExternalScore externalScore,
      Instant at)
      implements MonitoringCommand {}

  /**
   * Records a reading of a continuous device as a set, and before it in short what the device said
   * since its last one.
   *
   * @param merged null when nothing was merged; left out when it belongs to another stay
   */
  record RecordReading(RecordVitalSigns set, @Nullable MergedReadings merged)
      implements MonitoringCommand {
    @Override
    public PatientId patientId() {
      return set.patientId();
    }
  }

  /** Replaces the values of a set; the original stays in the log. */
  record CorrectObservation(
      PatientId patientId,
      ObservationId observationId,
      VitalSigns values,
      Instant measuredAt,
      @PersonalData String reason,
      Instant at)
      implements MonitoringCommand {
    @Override
    public String toString() {
      return "CorrectObservation[patientId=" + patientId + ", observationId=" + observationId + "]";
    }
  }

  /**
   * Marks a set as entered in error.
   *
   * @param movedTo the patient it belongs to, where it is recorded in the same append under {@code
   *     movedAs}; both null when it belongs to nobody
   */
  record RetractObservation(
      PatientId patientId,
      ObservationId observationId,
      @PersonalData String reason,
      @Nullable PatientId movedTo,
      @Nullable ObservationId movedAs,
      Instant at)
      implements MonitoringCommand {
    @Override
    public String toString() {
      return "RetractObservation[patientId=" + patientId + ", observationId=" + observationId + "]";
    }
  }
}
