package health.vigil.app.alert.explanation;

import health.vigil.app.alert.explanation.AlertStory.Reason;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.ObservationId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grounds of what rests on a breach, from the monitoring's stream. */
record BreachGrounds(MonitoringStory story, BreachRule rule, Words words, MonitoringRules rules) {

  /**
   * @param itself the event that is explained
   */
  Grounds of(Reason reason, Fact itself) {
    Fact occasion = story.occasion(reason.edge());
    Judged then = then(reason, occasion);
    KnownPlan plan = story.planAt(reason.edge());
    return new Grounds(
        statements(then, occasion, story.breach(reason.edge())),
        events(reason, then, plan, occasion, itself),
        then == null ? null : SetShown.of(then),
        PlanShown.of(plan),
        null,
        null,
        then == null ? null : now(then, plan));
  }

  @Nullable Judged then(Reason reason) {
    return then(reason, story.occasion(reason.edge()));
  }

  private @Nullable Judged then(Reason reason, @Nullable Fact occasion) {
    ObservationId basis = reason.cause().basis();
    KnownSet set = basis == null ? null : story.setAt(basis, reason.edge());
    return set == null ? null : Judged.of(set, story.planAt(reason.edge()), occasion);
  }

  private List<Statement> statements(
      @Nullable Judged then, @Nullable Fact occasion, @Nullable Fact breach) {
    return then == null
        ? List.of(Statement.of("The log does not tell the set that it rests on.", Source.RECORDED))
        : new SetInWords(words).why(then, rule, occasion, breach);
  }

  private @Nullable KnownNow now(Judged then, KnownPlan plan) {
    KnownSet set = story.setNow(then.set().id());
    return set == null
        ? null
        : new NowInWords(words, rules).of(then, Judged.of(set, plan, null), rule);
  }

  private List<EventShown> events(
      Reason reason, @Nullable Judged then, KnownPlan plan, @Nullable Fact occasion, Fact itself) {
    Map<Fact, String> roles = new LinkedHashMap<>();
    if (then != null) {
      then.set().facts().forEach(fact -> roles.put(fact, role(fact)));
    }
    if (plan.setting() != null) {
      roles.put(plan.setting(), "the plan in force");
    }
    if (occasion != null) {
      roles.putIfAbsent(occasion, "what it was judged afresh for");
    }
    Fact breach = story.breach(reason.edge());
    if (breach != null) {
      roles.put(breach, "the breach");
    }
    roles.put(itself, "the alert");
    return roles.entrySet().stream()
        .map(entry -> EventShown.of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(EventShown::position))
        .toList();
  }

  private static String role(Fact fact) {
    if (fact.event() instanceof VitalSignsRecorded) {
      return "the set";
    }
    return fact.event() instanceof ObservationCorrected
        ? "a correction of the set"
        : "the set's retraction";
  }
}
