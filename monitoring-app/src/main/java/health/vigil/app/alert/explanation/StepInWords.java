package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertEvent;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.alert.EscalationStep;
import java.time.Duration;
import java.time.Instant;

/** What happened to an alert, in a sentence or two each. */
final class StepInWords {
  private StepInWords() {}

  /**
   * @param since when escalation last began
   */
  static String of(AlertEvent event, Instant since) {
    if (event instanceof AlertRaised e) {
      return "Raised with " + Words.priority(e.priority()) + ". " + told(e.step());
    } else if (event instanceof AlertUpgraded e) {
      return "More urgent, now of "
          + Words.priority(e.priority())
          + ": escalation begins anew, an acknowledgement counts no more. "
          + told(e.step());
    } else if (event instanceof AlertDowngraded e) {
      return "Less urgent, now of "
          + Words.priority(e.priority())
          + ": what was told stays told, escalation goes on along the less urgent chain.";
    } else if (event instanceof AlertReturned e) {
      return "The condition is back before anybody acknowledged: on again, of "
          + Words.priority(e.priority())
          + "; escalation begins anew, and no level is told twice.";
    } else if (event instanceof AlertLatched e) {
      return Words.sentence(gone(e.reason()))
          + " Nobody has acknowledged: the alert stays until somebody does.";
    } else if (event instanceof AlertEscalated e) {
      return "Not acknowledged for "
          + Words.duration(Duration.between(since, e.at()))
          + ". "
          + told(e.step());
    } else if (event instanceof AlertMoved e) {
      return "The patient moved to bed "
          + e.bed().name()
          + " of ward "
          + e.bed().ward()
          + ": from here on that ward is told.";
    } else if (event instanceof AlertAcknowledged e) {
      return "Acknowledged, "
          + Words.duration(Duration.between(since, e.at()))
          + " after escalation began. Nobody further is told.";
    } else if (event instanceof AlertEnded e) {
      return "Over: " + gone(e.reason()) + ".";
    }
    throw new IllegalArgumentException("nothing is known of a " + event.getClass().getName());
  }

  private static String told(EscalationStep step) {
    return Words.sentence(Words.coded(step.role()) + " told, level " + step.level());
  }

  private static String gone(AlertEnd reason) {
    return switch (reason) {
      case CLEARED -> "the condition is gone";
      case RETRACTED -> "the data that it rested on was corrected or retracted";
      case PLAN_CHANGED -> "by a new plan it is no reason for an alert any more";
      case STAY_ENDED -> "the stay has ended";
    };
  }
}
