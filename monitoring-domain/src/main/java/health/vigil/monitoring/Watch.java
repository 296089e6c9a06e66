package health.vigil.monitoring;

import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the sets of one stay are judged: by its plan and the hospital's rules. */
record Watch(MonitoringPlan plan, MonitoringRules rules, Instant firstDue) {

  /**
   * A whole set is measured up to whole ones: what part of a set said since does not make it late.
   *
   * @param before what had arrived before
   */
  Timeliness timeliness(RecentSet set, RecentSets before, Instant at) {
    boolean whole = judge(set).isWhole();
    Optional<RecentSet> newest =
        before.newestFirst().filter(known -> !whole || judge(known).isWhole()).findFirst();
    if (newest.isEmpty() || !set.measuredAt().isBefore(newest.get().measuredAt())) {
      return Timeliness.CURRENT;
    }
    boolean recent =
        Duration.between(set.measuredAt(), at).compareTo(rules.lateAlertsWithin()) <= 0;
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
    JudgedSet judged = judge(set);
    Instant due = due(all);
    Instant dueBefore = before.status().nextObservationDue();
    // Whatever is held no longer: part of a set never puts off what is due.
    boolean later = dueBefore != null && !judged.isWhole() && dueBefore.isBefore(due);
    return step(before, judged, all).with(status(all)).due(later ? dueBefore : due);
  }

  /**
   * Judges all sets afresh, in the order they arrived. What is the newest is current, even if it
   * arrived late: what superseded it is gone.
   */
  Standing afresh(RecentSets held) {
    RecentSets all = held.promoted();
    Standing standing = new Standing(CurrentStatus.NONE, Map.of());
    for (RecentSet set : all.sets()) {
      standing = step(standing, judge(set), all.upTo(set.id()));
    }
    return standing.with(status(all)).due(due(all));
  }

  private Instant due(RecentSets all) {
    return new NextDue(plan, rules, firstDue).after(newestFirst(all));
  }

  private CurrentStatus status(RecentSets all) {
    JudgedSet shown = null;
    for (Iterator<JudgedSet> sets = newestFirst(all); sets.hasNext(); ) {
      JudgedSet judged = sets.next();
      if (shown == null || judged.isWorseThan(shown) || judged.outweighs(shown)) {
        shown = judged;
      }
      if (judged.isWhole()) {
        break;
      }
    }
    return shown == null ? CurrentStatus.NONE : shown.asStatus();
  }

  private Standing step(Standing before, JudgedSet judged, RecentSets known) {
    if (judged.isChartedOnly()) {
      return before;
    }
    Standing standing = before;
    for (Criterion criterion : criteria()) {
      Iterable<JudgedSet> newer = () -> known.newerThan(judged.set()).map(this::judge).iterator();
      Breach breach = standing.breaches().get(criterion.rule());
      standing = standing.with(criterion.rule(), criterion.after(breach, judged, newer));
    }
    return standing;
  }

  private List<Criterion> criteria() {
    List<Criterion> criteria = new ArrayList<>();
    criteria.add(Criterion.news2(rules.breachFrom()));
    plan.limits().forEach((vital, limit) -> criteria.add(Criterion.limit(vital, limit)));
    return criteria;
  }

  private Iterator<JudgedSet> newestFirst(RecentSets all) {
    return all.newestFirst().map(this::judge).iterator();
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
