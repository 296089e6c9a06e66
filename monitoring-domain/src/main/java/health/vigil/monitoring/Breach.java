package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.time.Instant;
import java.util.List;

/**
 * A rule that is breached, and the set that says so.
 *
 * @param lowerBound the set is incomplete: at least this level
 */
record Breach(
    BreachRule rule,
    Band level,
    ObservationId basis,
    boolean lowerBound,
    List<Vital> missing,
    boolean late,
    Instant measuredAt) {
  Breach {
    missing = List.copyOf(missing);
  }
}
