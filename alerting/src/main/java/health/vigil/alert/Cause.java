package health.vigil.alert;

import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert rests on.
 *
 * @param level of the breach; for an overdue observation the band of the last score
 * @param basis the observation set, null for an overdue observation
 * @param lowerBound the set is incomplete: the level is "at least"
 * @param missing what the set lacks
 * @param late the set arrived late
 */
public record Cause(
    Band level,
    @Nullable ObservationId basis,
    boolean lowerBound,
    List<Vital> missing,
    boolean late) {
  public Cause {
    missing = List.copyOf(missing);
  }
}
