package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What breaches one rule, and what ends the breach again. */
record Criterion(BreachRule rule, Function<JudgedSet, Verdict> verdict) {

  /**
   * @param from the lowest band that breaches
   */
  static Criterion news2(Band from) {
    return new Criterion(BreachRule.NEWS2, judged -> Verdict.byScore(judged.score(), from));
  }

  static Criterion limit(Vital vital, Limit limit) {
    return new Criterion(
        BreachRule.limit(vital),
        judged -> Verdict.byLimit(judged.set().values().number(vital), limit));
  }

  /**
   * The breach after one more set, null for none. Every set can raise it. Only a conclusive one
   * ends or lowers it, and only so far as nothing that was measured after it says otherwise.
   *
   * @param newer the sets measured after this one, newest first
   */
  @Nullable Breach after(@Nullable Breach before, JudgedSet judged, Iterable<JudgedSet> newer) {
    Verdict said = verdict.apply(judged);
    if (said.isAbove(before)) {
      return said.breach(rule, judged);
    }
    if (before == null || !said.conclusive() || said.level() == before.level()) {
      return before;
    }
    Breach lowered = said.level() == null ? null : said.breach(rule, judged);
    for (JudgedSet later : newer) {
      Verdict saidLater = verdict.apply(later);
      if (saidLater.conclusive()) {
        return before;
      }
      lowered = saidLater.isAbove(lowered) ? saidLater.breach(rule, later) : lowered;
    }
    return lowered != null && lowered.level() == before.level() ? before : lowered;
  }
}
