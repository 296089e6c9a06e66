package health.vigil.monitoring;

import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the sets of one stay are judged: by its plan and the hospital's rules. */
record Watch(MonitoringPlan plan, MonitoringRules rules, Instant firstDue) {

  /**
   * @param newestBefore what was measured last of what had arrived before, null for nothing
   */
  Timeliness timeliness(Instant measuredAt, @Nullable Instant newestBefore, Instant at) {
    if (newestBefore == null || !measuredAt.isBefore(newestBefore)) {
      return Timeliness.CURRENT;
    }
    boolean recent = Duration.between(measuredAt, at).compareTo(rules.lateAlertsWithin()) <= 0;
    return recent ? Timeliness.LATE : Timeliness.CHARTED_ONLY;
  }

  JudgedSet judge(RecentSet set) {
    return new JudgedSet(set, score(set), set.timeliness());
  }

  Assessment assess(
      RecentSet set, AgeGroup age, @Nullable ExternalScore external, long planRevision) {
    Score score = score(set);
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (score != null && age == AgeGroup.UNKNOWN) {
      flags.add(Flag.BIRTH_DATE_UNKNOWN);
    }
    if (score != null && external != null && external.differsFrom(score)) {
      flags.add(Flag.EXTERNAL_SCORE_DIFFERS);
    }
    if (set.timeliness() == Timeliness.CHARTED_ONLY) {
      flags.add(Flag.TOO_LATE_TO_ALERT);
    }
    return new Assessment(score, notScored(set), set.timeliness(), flags, planRevision);
  }

  /** One more set has arrived, the last of {@code all}. */
  Standing after(Standing before, RecentSet set, RecentSets all) {
    return step(before, judge(set)).due(due(all));
  }

  /**
   * Judges all sets afresh, in the order they arrived. What was measured last is current, even if
   * it arrived late: what superseded it is gone.
   */
  Standing afresh(RecentSets all) {
    Standing standing = new Standing(CurrentStatus.NONE, Map.of());
    for (RecentSet set : all.sets()) {
      standing = step(standing, judge(set));
    }
    RecentSet newest = all.newest().orElse(null);
    if (newest != null && newest.timeliness() != Timeliness.CURRENT) {
      standing = step(standing, judge(newest.asCurrent()));
    }
    return standing.due(due(all));
  }

  private Instant due(RecentSets all) {
    return new NextDue(plan, rules, firstDue).after(all.newestFirst().map(this::judge).iterator());
  }

  private Standing step(Standing before, JudgedSet judged) {
    if (judged.timeliness() == Timeliness.CHARTED_ONLY) {
      return before;
    }
    Standing standing = judged.isCurrent() ? before.with(status(before, judged)) : before;
    for (Map.Entry<BreachRule, Verdict> verdict : verdicts(judged).entrySet()) {
      BreachRule rule = verdict.getKey();
      Breach breach = standing.breaches().get(rule);
      standing = standing.with(rule, verdict.getValue().after(breach, rule, judged));
    }
    return standing;
  }

  private Map<BreachRule, Verdict> verdicts(JudgedSet judged) {
    Map<BreachRule, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put(BreachRule.NEWS2, Verdict.byScore(judged.score(), rules.breachFrom()));
    plan.limits()
        .forEach(
            (vital, limit) ->
                verdicts.put(
                    BreachRule.limit(vital),
                    Verdict.byLimit(judged.set().values().number(vital), limit)));
    return verdicts;
  }

  private static CurrentStatus status(Standing before, JudgedSet judged) {
    RecentSet set = judged.set();
    return new CurrentStatus(
        set.id(), set.measuredAt(), judged.score(), before.status().nextObservationDue());
  }

  private @Nullable Score score(RecentSet set) {
    return notScored(set) == null ? News2.score(set.values(), plan.spo2Scale()) : null;
  }

  private @Nullable NotScored notScored(RecentSet set) {
    if (!set.scorable()) {
      return NotScored.UNDER_16;
    }
    return plan.scoring() == Scoring.OFF ? NotScored.SCORING_OFF : null;
  }
}
