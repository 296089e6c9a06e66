package health.vigil.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a stay is watched.
 *
 * @param since null for a chart outside stays: it watches nothing
 */
record Period(@Nullable Instant since, boolean over) {
  boolean covers(Instant measuredAt) {
    return since != null && !measuredAt.isBefore(since);
  }
}
