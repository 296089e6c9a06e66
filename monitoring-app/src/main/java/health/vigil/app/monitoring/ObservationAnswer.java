package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.idempotency.Recorded;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Timeliness;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a set.
 *
 * @param notScored why there is no score
 * @param flags absent when there is none
 */
@Schema(name = "ObservationAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObservationAnswer(
    ObservationId observationId,
    long position,
    @Nullable ScoreAnswer score,
    @Nullable NotScored notScored,
    Timeliness timeliness,
    @Nullable List<Flag> flags,
    @Nullable Instant nextObservationDue) {
  static ObservationAnswer ofRecording(Recorded recorded) {
    VitalSignsRecorded event = recorded.the(VitalSignsRecorded.class);
    return of(event.observationId(), recorded.position(), event.assessment(), event.status());
  }

  static ObservationAnswer ofCorrection(Recorded recorded) {
    ObservationCorrected event = recorded.the(ObservationCorrected.class);
    return of(event.observationId(), recorded.position(), event.assessment(), event.status());
  }

  private static ObservationAnswer of(
      ObservationId id, long position, Assessment assessment, CurrentStatus status) {
    return new ObservationAnswer(
        id,
        position,
        ScoreAnswer.of(assessment.score()),
        assessment.notScored(),
        assessment.timeliness(),
        assessment.flags().isEmpty() ? null : assessment.flags().stream().sorted().toList(),
        status.nextObservationDue());
  }
}
