package health.vigil.monitoring;

import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.InEnumOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one set; exactly one of {@code score} and {@code notScored} is there.
 *
 * @param timeliness as of its first arrival; CHARTED_ONLY outside a stay
 * @param planRevision the revision of the plan that it was scored by, 0 for the standard plan
 */
public record Assessment(
    @Nullable Score score,
    @Nullable NotScored notScored,
    Timeliness timeliness,
    Set<Flag> flags,
    long planRevision) {
  public Assessment {
    flags = InEnumOrder.copyOf(Flag.class, flags);
  }

  /** Charted, never scored, never alerts. */
  static Assessment outsideStay(long planRevision) {
    return new Assessment(
        null, NotScored.OUTSIDE_STAY, Timeliness.CHARTED_ONLY, Set.of(), planRevision);
  }

  boolean withinStay() {
    return notScored != NotScored.OUTSIDE_STAY;
  }
}
