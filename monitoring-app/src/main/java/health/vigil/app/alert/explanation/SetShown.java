package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.monitoring.ScoreAnswer;
import health.vigil.app.monitoring.VitalSignsAnswer;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An observation set as it was known at one moment.
 *
 * @param recordedAt when it first came into the log
 * @param score by the plan in force; absent when it was not scored
 * @param retracted whether it was known to be wrong
 */
@Schema(name = "KnownSet")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetShown(
    ObservationId observationId,
    long position,
    Instant measuredAt,
    Instant recordedAt,
    Timeliness timeliness,
    VitalSignsAnswer values,
    @Nullable ScoreAnswer score,
    boolean retracted) {
  static SetShown of(Judged judged) {
    KnownSet set = judged.set();
    return new SetShown(
        set.id(),
        set.recording().position(),
        set.measuredAt(),
        set.recording().recordedAt(),
        set.assessment().timeliness(),
        VitalSignsAnswer.of(withoutText(set.values())),
        ScoreAnswer.of(judged.score()),
        set.retraction() != null);
  }

  /** What somebody wrote by hand is no part of an explanation. */
  private static VitalSigns withoutText(VitalSigns v) {
    return new VitalSigns(
        v.respirationRate(),
        v.oxygenSaturation(),
        v.supplementalOxygen(),
        null,
        v.oxygenFlow(),
        v.systolicBloodPressure(),
        v.diastolicBloodPressure(),
        v.pulse(),
        v.consciousness(),
        v.temperature(),
        v.notMeasured());
  }
}
