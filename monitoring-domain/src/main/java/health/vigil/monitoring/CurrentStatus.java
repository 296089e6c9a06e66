package health.vigil.monitoring;

import health.vigil.monitoring.score.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of the patient after an event: what a ward board shows. It rests on the newest
 * complete set; on an incomplete one measured since where that shows more danger, or while there is
 * no complete one.
 *
 * @param basis the valid set that it rests on, null when none is left
 * @param measuredAt of that set
 * @param score of that set, null when it is not scored
 * @param nextObservationDue null outside a stay
 */
public record CurrentStatus(
    @Nullable ObservationId basis,
    @Nullable Instant measuredAt,
    @Nullable Score score,
    @Nullable Instant nextObservationDue) {
  /** Nothing is known, nothing is due. */
  public static final CurrentStatus NONE = new CurrentStatus(null, null, null, null);

  CurrentStatus due(@Nullable Instant nextDue) {
    return new CurrentStatus(basis, measuredAt, score, nextDue);
  }
}
