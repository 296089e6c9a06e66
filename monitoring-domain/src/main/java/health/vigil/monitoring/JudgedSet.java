package health.vigil.monitoring;

import health.vigil.monitoring.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * A set with what one plan says about it.
 *
 * @param score null when it is not scored
 */
record JudgedSet(RecentSet set, @Nullable Score score, Timeliness timeliness) {
  boolean isCurrent() {
    return timeliness == Timeliness.CURRENT;
  }

  boolean isLate() {
    return timeliness == Timeliness.LATE;
  }

  /** A set that has all that is needed: only it satisfies the due time. */
  boolean isWhole() {
    return score == null || score.complete();
  }
}
