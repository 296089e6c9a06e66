package health.vigil.monitoring;

import health.vigil.monitoring.score.Score;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one set; exactly one of {@code score} and {@code notScored} is there.
 *
 * @param planRevision the revision of the plan that it was scored by, 0 for the standard plan
 */
public record Assessment(
    @Nullable Score score,
    @Nullable NotScored notScored,
    Timeliness timeliness,
    Set<Flag> flags,
    long planRevision) {
  public Assessment {
    flags = Set.copyOf(flags);
  }
}
