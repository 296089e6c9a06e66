package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * When the next set is due: after the newest complete one by its score, or by the admission when
 * there is none. An incomplete set never puts it off; the danger that it shows brings it forward.
 * Intervals are those of NEWS2 2017; the plan may shorten them, and stretch that of 1 to 4.
 */
record NextDue(MonitoringPlan plan, MonitoringRules rules, Instant firstDue) {
  /**
   * @param newestFirst the sets that there are; those before the newest complete one do not count
   */
  Instant after(Iterator<JudgedSet> newestFirst) {
    Instant soonest = Instant.MAX;
    while (newestFirst.hasNext()) {
      JudgedSet judged = newestFirst.next();
      if (judged.isWhole()) {
        return earlier(soonest, after(judged, interval(judged.score())));
      }
      soonest = earlier(soonest, dangerIn(judged));
    }
    return earlier(soonest, firstDue);
  }

  private Instant dangerIn(JudgedSet incomplete) {
    Score score = incomplete.score();
    return score == null || score.atLeast() == null
        ? Instant.MAX
        : after(incomplete, interval(score.atLeast(), null));
  }

  private static Instant after(JudgedSet judged, Duration interval) {
    return judged.set().measuredAt().plus(interval);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Duration interval(@Nullable Score score) {
    return score == null || score.band() == null
        ? planned(rules.intervalUnscored())
        : interval(score.band(), score.total());
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
