package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertEvent;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.app.alert.explanation.AlertStory.Reason;
import health.vigil.app.alert.explanation.Explanation.Versions;
import health.vigil.app.alert.explanation.SilenceStory.Expectation;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.score.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an explanation of what the log tells; reads and decides nothing. */
final class Telling {
  private final AlertStory alert;
  private final Words words;
  private final @Nullable BreachGrounds breaches;
  private final @Nullable SilenceStory silence;

  private Telling(
      AlertStory alert,
      Words words,
      @Nullable BreachGrounds breaches,
      @Nullable SilenceStory silence) {
    this.alert = alert;
    this.words = words;
    this.breaches = breaches;
    this.silence = silence;
  }

  static Telling ofBreaches(AlertStory alert, MonitoringStory story, MonitoringRules rules) {
    Words words = new Words(rules.zone());
    return new Telling(alert, words, new BreachGrounds(story, alert.rule(), words, rules), null);
  }

  static Telling ofSilence(AlertStory alert, SilenceStory story, MonitoringRules rules) {
    return new Telling(alert, new Words(rules.zone()), null, story);
  }

  /**
   * @param position up to which the log was read
   */
  Explanation explain(long position) {
    AlertRaised raised = alert.raised();
    return new Explanation(
        raised.alertId(),
        raised.patientId(),
        raised.stayId(),
        position,
        raised.bed().ward().value(),
        raised.bed().name(),
        raised.rule(),
        raised.kind(),
        alert.presence(),
        raised.at(),
        summary(raised),
        versions(raised),
        steps());
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Instant since = alert.raised().at();
    for (Fact fact : alert.facts()) {
      AlertEvent event = (AlertEvent) fact.event();
      since = beginsEscalation(event) ? event.at() : since;
      steps.add(step(fact, event, since));
    }
    return steps;
  }

  private Step step(Fact fact, AlertEvent event, Instant since) {
    return new Step(
        fact.position(),
        fact.recordedAt(),
        fact.type(),
        event.at(),
        event instanceof AlertAcknowledged ? fact.actor() : null,
        StepInWords.of(event, since),
        Source.ALERTS.inWords(),
        grounds(fact, event));
  }

  private @Nullable Grounds grounds(Fact fact, AlertEvent event) {
    if (silence != null) {
      return event instanceof AlertRaised ? new SilenceGrounds(silence, words).of(fact) : null;
    }
    Reason reason = AlertStory.reason(event);
    return reason == null || breaches == null ? null : breaches.of(reason, fact);
  }

  private static boolean beginsEscalation(AlertEvent event) {
    return event instanceof AlertRaised
        || event instanceof AlertUpgraded
        || event instanceof AlertReturned;
  }

  private String summary(AlertRaised raised) {
    return Words.sentence(
        Words.priority(raised.priority())
            + " in ward "
            + raised.bed().ward()
            + ", bed "
            + raised.bed().name()
            + ", raised on "
            + words.time(raised.at())
            + ": "
            + cause(raised));
  }

  private String cause(AlertRaised raised) {
    Expectation expected = silence == null ? null : silence.expectation();
    if (expected != null) {
      return "the observation due on " + words.time(expected.next().due()) + " had not come";
    }
    Judged then = basis(raised);
    return then == null
        ? Words.coded(raised.rule().value())
        : (alert.rule().limited().isPresent() ? "" : "a set that ")
            + SetInWords.outcome(then, alert.rule());
  }

  private Versions versions(AlertRaised raised) {
    Judged then = basis(raised);
    Score score = then == null || alert.rule().limited().isPresent() ? null : then.score();
    return new Versions(
        score == null ? null : score.system() + " " + score.version(),
        score == null ? null : score.decisions(),
        raised.decisions());
  }

  private @Nullable Judged basis(AlertRaised raised) {
    return breaches == null ? null : breaches.then(new Reason(raised.cause(), raised.edge()));
  }
}
