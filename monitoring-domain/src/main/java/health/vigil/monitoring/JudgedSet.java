package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * A set with what one plan says about it.
 *
 * @param score null when it is not scored
 */
record JudgedSet(RecentSet set, @Nullable Score score, Timeliness timeliness) {
  boolean isLate() {
    return timeliness == Timeliness.LATE;
  }

  boolean isChartedOnly() {
    return timeliness == Timeliness.CHARTED_ONLY;
  }

  /** A set that has all that is needed: only it satisfies the due time. */
  boolean isWhole() {
    return score == null || score.complete();
  }

  boolean isWorseThan(JudgedSet other) {
    return !isChartedOnly() && danger().compareTo(other.danger()) > 0;
  }

  /** Says as much as the other, and all of it. */
  boolean outweighs(JudgedSet other) {
    return isWhole() && !other.isWorseThan(this);
  }

  CurrentStatus asStatus() {
    return new CurrentStatus(set.id(), set.measuredAt(), score, null);
  }

  /** The band, or at least which one; what says nothing is LOW. */
  private Band danger() {
    Band band = score == null ? null : score.complete() ? score.band() : score.atLeast();
    return band == null ? Band.LOW : band;
  }
}
