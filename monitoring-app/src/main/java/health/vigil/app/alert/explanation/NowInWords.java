package health.vigil.app.alert.explanation;

import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known now of a set that was known otherwise then.
 *
 * @param rules as they are configured now
 */
record NowInWords(Words words, MonitoringRules rules) {

  /** Null when nothing of it has changed since. */
  @Nullable KnownNow of(Judged then, Judged now, BreachRule rule) {
    List<Fact> since =
        now.set().facts().subList(then.set().facts().size(), now.set().facts().size());
    if (since.isEmpty()) {
      return null;
    }
    List<Statement> statements = new ArrayList<>();
    since.forEach(fact -> statements.add(change(fact)));
    String values = differences(then.set(), now.set());
    if (!values.isEmpty()) {
      statements.add(
          Statement.of("Known now: " + values + ".", Source.RECORDED, since.get(since.size() - 1)));
    }
    Statement silenced = silenced(then.set(), now.set());
    Band level = silenced == null ? now.level(rule, rules.breachFrom()) : null;
    statements.add(silenced == null ? verdict(then, now, rule, level) : silenced);
    return new KnownNow(level != null, statements, SetShown.of(now));
  }

  private Statement change(Fact fact) {
    if (fact.event() instanceof ObservationRetracted retracted) {
      String where = retracted.movedTo() == null ? "" : ", as it belongs to another patient";
      return Statement.of(
          "Retracted on " + words.time(retracted.at()) + by(fact) + where + ".",
          Source.CORRECTIONS,
          fact);
    }
    ObservationCorrected corrected = (ObservationCorrected) fact.event();
    return Statement.of(
        "Corrected on " + words.time(corrected.at()) + by(fact) + ".", Source.CORRECTIONS, fact);
  }

  private static String by(Fact fact) {
    return fact.actor() == null ? "" : " by " + fact.actor();
  }

  private String differences(KnownSet then, KnownSet now) {
    List<String> differences = new ArrayList<>();
    for (Vital vital : Vital.values()) {
      String before = Words.value(vital, then.values());
      String after = Words.value(vital, now.values());
      if (!Objects.equals(before, after)) {
        differences.add(Words.name(vital) + " " + told(after) + " (then " + told(before) + ")");
      }
    }
    String before = words.time(then.measuredAt());
    String after = words.time(now.measuredAt());
    if (!before.equals(after)) {
      differences.add("measured on " + after + " (then " + before + ")");
    }
    return String.join("; ", differences);
  }

  private static String told(@Nullable String value) {
    return value == null ? "not measured" : value;
  }

  /** Why the set raises nothing, whatever its values are; null when it may. */
  private @Nullable Statement silenced(KnownSet then, KnownSet now) {
    if (now.retraction() != null) {
      return Statement.of(
          "A set that is not valid raises nothing: known now, it would not have brought this"
              + " about.",
          Source.CORRECTIONS);
    } else if (now.assessment().notScored() == NotScored.OUTSIDE_STAY) {
      return Statement.of(
          "By what is known now it was measured outside the stay, and such a set never alerts. It"
              + " would not have brought this about.",
          Source.OUTSIDE_STAY);
    } else if (isTooOld(now) && !isChartedOnly(then)) {
      return Statement.of(
          "By what is known now it was measured before a newer set, and too long before it was"
              + " recorded to alert. It would not have brought this about.",
          Source.LATE);
    }
    return null;
  }

  /** A correction may be made long after a set that came soon enough. */
  private boolean isTooOld(KnownSet set) {
    Instant recorded = ((VitalSignsRecorded) set.recording().event()).at();
    Duration age = Duration.between(set.measuredAt(), recorded);
    return isChartedOnly(set) && age.compareTo(rules.lateAlertsWithin()) > 0;
  }

  private static boolean isChartedOnly(KnownSet set) {
    return set.assessment().timeliness() == Timeliness.CHARTED_ONLY;
  }

  private Statement verdict(Judged then, Judged now, BreachRule rule, @Nullable Band level) {
    String outcome = "By what is known now it " + outcome(now, rule);
    boolean limited = rule.limited().isPresent();
    Source source = limited ? Source.PLAN : Source.THRESHOLDS;
    if (!limited) {
      outcome += "; alerts begin at " + rules.breachFrom() + ", as configured now";
    }
    if (level == null) {
      return Statement.of(outcome + ". It would not have brought this about.", source);
    }
    boolean same = level == then.level(rule, rules.breachFrom());
    return Statement.of(
        outcome
            + (same
                ? ". It would have brought this about just the same."
                : ". It would have brought this about, at the level " + level + "."),
        source);
  }

  private static String outcome(Judged now, BreachRule rule) {
    String outcome = SetInWords.outcome(now, rule);
    return rule.limited().isPresent() ? "reads: " + outcome : outcome;
  }
}
