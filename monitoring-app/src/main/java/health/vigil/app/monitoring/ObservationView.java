package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Timeliness;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.ChartedObservation;
import health.vigil.projection.patient.SetVersion;
import health.vigil.projection.patient.Standing;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A set with what became of it.
 *
 * @param earlier what corrections replaced, oldest first; absent when there was none
 */
@Schema(name = "Observation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservationView(
    ObservationId observationId,
    Standing standing,
    Version current,
    @Nullable List<Version> earlier,
    @Nullable String device,
    @Nullable Integer externalScore,
    @Nullable Instant retractedAt,
    @Nullable PatientId movedTo) {

  /** The set as it was recorded or corrected at one time. */
  @Schema(name = "ObservationVersion")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Version(
      Instant measuredAt,
      VitalSignsAnswer values,
      @Nullable ScoreAnswer score,
      @Nullable NotScored notScored,
      Timeliness timeliness,
      List<Flag> flags,
      Instant recordedAt) {
    public static Version of(SetVersion version) {
      return new Version(
          version.measuredAt(),
          VitalSignsAnswer.of(version.values()),
          ScoreAnswer.of(version.score()),
          version.notScored(),
          version.timeliness(),
          version.flags(),
          version.recordedAt());
    }
  }

  static ObservationView of(ChartedObservation set) {
    return new ObservationView(
        set.observationId(),
        set.standing(),
        Version.of(set.current()),
        set.earlier().isEmpty() ? null : set.earlier().stream().map(Version::of).toList(),
        set.device(),
        set.externalScore() == null ? null : set.externalScore().total(),
        set.retractedAt(),
        set.movedTo());
  }
}
