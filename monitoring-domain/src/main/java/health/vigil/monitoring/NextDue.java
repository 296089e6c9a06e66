package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the next set is due: after the newest complete one by its score, or by the admission when
 * there is none. An incomplete set never puts it off; the danger that it shows brings it forward.
 * Intervals are those of NEWS2 2017; the plan may shorten them, and stretch that of 1 to 4.
 */
record NextDue(MonitoringPlan plan, MonitoringRules rules, Instant firstDue) {
  Instant after(List<JudgedSet> sets) {
    Optional<JudgedSet> whole =
        sets.stream()
            .filter(JudgedSet::isWhole)
            .max(Comparator.comparing(judged -> judged.set().measuredAt()));
    Instant due = whole.map(this::after).orElse(firstDue);
    Instant since = whole.map(judged -> judged.set().measuredAt()).orElse(Instant.MIN);
    for (JudgedSet judged : sets) {
      if (!judged.isWhole() && judged.set().measuredAt().isAfter(since)) {
        due = earlier(due, judged);
      }
    }
    return due;
  }

  private Instant earlier(Instant due, JudgedSet incomplete) {
    Score score = incomplete.score();
    if (score == null || score.atLeast() == null) {
      return due;
    }
    Instant sooner = incomplete.set().measuredAt().plus(interval(score.atLeast(), null));
    return sooner.isBefore(due) ? sooner : due;
  }

  private Instant after(JudgedSet whole) {
    Score score = whole.score();
    return whole.set().measuredAt().plus(score == null ? unscored() : scored(score));
  }

  private Duration scored(Score score) {
    return score.band() == null ? unscored() : interval(score.band(), score.total());
  }

  private Duration unscored() {
    return planned(rules.intervalUnscored());
  }

  private Duration interval(Band band, @Nullable Integer total) {
    return switch (band) {
      case LOW ->
          total != null && total == 0
              ? shorter(planned(rules.intervalAtZero()), rules.intervalAtZero())
              : shorter(planned(rules.intervalAtLow()), rules.longestIntervalAtLow());
      case LOW_MEDIUM, MEDIUM ->
          shorter(planned(rules.intervalAtMedium()), rules.intervalAtMedium());
      case HIGH -> shorter(planned(rules.intervalAtHigh()), rules.intervalAtHigh());
    };
  }

  private Duration planned(Duration standard) {
    return plan.observationInterval() == null ? standard : plan.observationInterval();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
