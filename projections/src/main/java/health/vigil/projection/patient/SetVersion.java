package health.vigil.projection.patient;

import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An observation set as it was recorded or corrected at one time.
 *
 * @param score null when it is not scored
 * @param notScored why, null when it is scored
 * @param flags in the order of {@link Flag}
 * @param planRevision of the plan that it was scored by
 * @param recordedAt when this version became known
 */
public record SetVersion(
    VitalSigns values,
    Instant measuredAt,
    @Nullable Score score,
    @Nullable NotScored notScored,
    Timeliness timeliness,
    List<Flag> flags,
    long planRevision,
    Instant recordedAt) {
  public SetVersion {
    flags = List.copyOf(flags);
  }

  static SetVersion of(
      VitalSigns values, Instant measuredAt, Assessment assessment, Instant recordedAt) {
    return new SetVersion(
        values,
        measuredAt,
        assessment.score(),
        assessment.notScored(),
        assessment.timeliness(),
        assessment.flags().stream().sorted().toList(),
        assessment.planRevision(),
        recordedAt);
  }
}
