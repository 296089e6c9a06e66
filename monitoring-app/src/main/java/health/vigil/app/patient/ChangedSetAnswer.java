package health.vigil.app.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.monitoring.ObservationView;
import health.vigil.monitoring.ObservationId;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.ChartedObservation;
import health.vigil.projection.patient.Standing;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A set as it was known then, and as it is known now.
 *
 * @param standing now
 * @param then what was known then
 * @param now what is known now; absent when the set has been retracted
 * @param movedTo the patient whom a retracted set belongs to; absent when it is of nobody
 * @param changes what was recorded of it in between, oldest first
 */
@Schema(name = "ChangedObservation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangedSetAnswer(
    ObservationId observationId,
    Standing standing,
    ObservationView.Version then,
    ObservationView.@Nullable Version now,
    @Nullable PatientId movedTo,
    List<Change> changes) {

  /**
   * A correction or a retraction.
   *
   * @param type of the event
   * @param recordedAt since when it is known
   * @param actor on whose behalf
   */
  @Schema(name = "ObservationChange")
  record Change(long position, String type, Instant recordedAt, String actor) {
    static Change of(ChangedSet.Change change) {
      return new Change(change.position(), change.type(), change.recordedAt(), change.actor());
    }
  }

  static ChangedSetAnswer of(ChangedSet set) {
    ChartedObservation now = set.now();
    return new ChangedSetAnswer(
        now.observationId(),
        now.standing(),
        ObservationView.Version.of(set.then().current()),
        now.standing() == Standing.RETRACTED ? null : ObservationView.Version.of(now.current()),
        now.movedTo(),
        set.changes().stream().map(Change::of).toList());
  }
}
