package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one set says about one rule.
 *
 * @param level null when it does not breach it
 * @param conclusive whether it can also end or lower a breach
 */
public record Verdict(@Nullable Band level, boolean conclusive, List<Vital> missing) {
  private static final Verdict SILENT = new Verdict(null, false, List.of());

  /**
   * By the NEWS2 score.
   *
   * @param score null says nothing
   * @param breachFrom the lowest band that breaches
   */
  public static Verdict byScore(@Nullable Score score, Band breachFrom) {
    if (score == null) {
      return SILENT;
    }
    Band band = score.complete() ? score.band() : score.atLeast();
    Band level = band != null && band.compareTo(breachFrom) >= 0 ? band : null;
    return new Verdict(level, score.complete(), score.missing());
  }

  /** By a limit of a plan, which is MEDIUM; no value says nothing. */
  public static Verdict byLimit(@Nullable BigDecimal value, Limit limit) {
    if (value == null) {
      return SILENT;
    }
    return new Verdict(limit.admits(value) ? null : Band.MEDIUM, true, List.of());
  }

  /** Whether it says more than what is known, null for nothing. */
  boolean isAbove(@Nullable Breach known) {
    return level != null && (known == null || level.compareTo(known.level()) > 0);
  }

  /** The breach that a set with this verdict is; the verdict has a level. */
  Breach breach(BreachRule rule, JudgedSet judged) {
    RecentSet set = judged.set();
    return new Breach(
        rule,
        Objects.requireNonNull(level, "nothing is breached"),
        set.id(),
        !conclusive,
        missing,
        judged.isLate(),
        set.measuredAt());
  }
}
