package health.vigil.app.alert.explanation;

import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a set breached a rule, in sentences. */
record SetInWords(Words words) {

  /**
   * @param occasion what made the monitoring judge the set, null when that is not known
   * @param breach what came of it, null when that is not known
   */
  List<Statement> why(
      Judged judged, BreachRule rule, @Nullable Fact occasion, @Nullable Fact breach) {
    List<Statement> statements = new ArrayList<>();
    Optional<Vital> vital = rule.limited();
    if (vital.isPresent()) {
      statements.add(limit(judged, vital.get()));
    } else {
      statements.add(score(judged));
      Score score = judged.score();
      if (score != null) {
        statements.addAll(ScoreInWords.parts(judged.set().values(), score));
      }
    }
    statements.add(plan(judged.plan()));
    statements.addAll(circumstances(judged, occasion, breach));
    return statements;
  }

  /** What a set comes to by a rule, as a part of a sentence. */
  static String outcome(Judged judged, BreachRule rule) {
    Optional<Vital> vital = rule.limited();
    if (vital.isEmpty()) {
      return ScoreInWords.whole(judged.score(), judged.set().assessment().notScored());
    }
    Limit limit = judged.plan().plan().limits().get(vital.get());
    return limit == null
        ? "meets no limits of the plan"
        : LimitInWords.of(vital.get(), judged.set().values(), limit);
  }

  private Statement score(Judged judged) {
    KnownSet set = judged.set();
    return Statement.of(
        measured(set)
            + " "
            + ScoreInWords.whole(judged.score(), set.assessment().notScored())
            + ".",
        Source.THRESHOLDS,
        set.newest());
  }

  private Statement limit(Judged judged, Vital vital) {
    KnownSet set = judged.set();
    Limit limit = judged.plan().plan().limits().get(vital);
    String text =
        limit == null
            ? "the plan's limits for " + Words.name(vital) + " are not known"
            : LimitInWords.of(vital, set.values(), limit);
    return Statement.of(measured(set) + ": " + text + ".", Source.PLAN, set.newest());
  }

  private String measured(KnownSet set) {
    return "The set measured on " + words.time(set.measuredAt());
  }

  private Statement plan(KnownPlan known) {
    Fact setting = known.setting();
    MonitoringPlan plan = known.plan();
    String how =
        plan.scoring() == Scoring.OFF
            ? "not scored"
            : "scored by NEWS2, oxygen saturation on scale " + plan.spo2Scale().number();
    if (setting == null) {
      return Statement.of("The standard plan was in force: " + how + ".", Source.PLAN);
    }
    String since = words.time(((MonitoringPlanSet) setting.event()).at());
    return Statement.of(
        "The plan of revision "
            + known.revision()
            + ", set on "
            + since
            + ", was in force: "
            + how
            + ".",
        Source.PLAN,
        setting);
  }

  private List<Statement> circumstances(
      Judged judged, @Nullable Fact occasion, @Nullable Fact breach) {
    List<Statement> statements = new ArrayList<>();
    KnownSet set = judged.set();
    if (occasion != null) {
      judgedAfresh(set, occasion, breach).ifPresent(statements::add);
    }
    if (set.isLate()) {
      statements.add(
          Statement.of(
              "It came late: it was recorded on "
                  + words.time(set.recording().recordedAt())
                  + ", when a newer set was known already. Recent as it was, it alerts all the"
                  + " same.",
              Source.LATE,
              set.recording()));
    }
    set.assessment().flags().stream().flatMap(SetInWords::flag).forEach(statements::add);
    return statements;
  }

  private static Optional<Statement> judgedAfresh(
      KnownSet set, Fact occasion, @Nullable Fact breach) {
    boolean goesOn = breach != null && breach.event() instanceof BreachLevelChanged;
    String did = goesOn ? "changed how urgent it is" : "made this set breach it";
    if (occasion.event() instanceof MonitoringPlanSet) {
      String text = "It was a new plan that " + did + ", not a new set.";
      return Optional.of(Statement.of(text, Source.PLAN, occasion));
    } else if (!isChange(occasion.event())) {
      return Optional.empty();
    }
    String text =
        set.id().equals(MonitoringStory.set(occasion))
            ? "It was a correction of this set itself that " + did + "."
            : "It was a correction that " + did + ": what remained valid was judged afresh.";
    return Optional.of(Statement.of(text, Source.CORRECTIONS, occasion));
  }

  private static boolean isChange(@Nullable Object what) {
    return what instanceof ObservationCorrected || what instanceof ObservationRetracted;
  }

  private static Stream<Statement> flag(Flag flag) {
    return switch (flag) {
      case BIRTH_DATE_UNKNOWN ->
          Stream.of(
              Statement.of(
                  "No birth date is known: the patient was scored as an adult.",
                  Source.NOT_SCORED));
      case EXTERNAL_SCORE_DIFFERS ->
          Stream.of(
              Statement.of(
                  "A score that came with the set differs from this one.", Source.OTHER_SCORES));
      case TOO_LATE_TO_ALERT -> Stream.empty();
    };
  }
}
