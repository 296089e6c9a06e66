package health.vigil.app.alert.explanation;

import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.Verdict;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set with what a plan says about it.
 *
 * @param score as it was recorded; computed only where a plan judged a set that was assessed by
 *     another, and no event says what came of it. Null when the set is not scored.
 */
record Judged(KnownSet set, KnownPlan plan, @Nullable Score score) {

  /**
   * @param occasion what made the monitoring judge it, null when that is not known
   */
  static Judged of(KnownSet set, KnownPlan plan, @Nullable Fact occasion) {
    Assessment assessment = set.assessment();
    if (assessment.planRevision() == plan.revision()) {
      return new Judged(set, plan, assessment.score());
    }
    CurrentStatus status = MonitoringStory.status(occasion);
    if (status != null && set.id().equals(status.basis())) {
      return new Judged(set, plan, status.score());
    }
    return new Judged(set, plan, computed(set, plan));
  }

  /**
   * How urgent it is by that rule, null when it does not breach it.
   *
   * @param breachFrom the lowest band that breaches
   */
  @Nullable Band level(BreachRule rule, Band breachFrom) {
    if (set.retraction() != null) {
      return null;
    }
    Optional<Vital> vital = rule.limited();
    if (vital.isEmpty()) {
      return Verdict.byScore(score, breachFrom).level();
    }
    Limit limit = plan.plan().limits().get(vital.get());
    return limit == null ? null : Verdict.byLimit(set.values().number(vital.get()), limit).level();
  }

  private static @Nullable Score computed(KnownSet set, KnownPlan plan) {
    NotScored why = set.assessment().notScored();
    boolean scored = why == null || why == NotScored.SCORING_OFF;
    return scored && plan.plan().scoring() == Scoring.NEWS2
        ? News2.score(set.values(), plan.plan().spo2Scale())
        : null;
  }
}
