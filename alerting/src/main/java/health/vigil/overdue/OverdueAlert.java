package health.vigil.overdue;

import health.vigil.alert.AlertCommand.ClearAlert;
import health.vigil.alert.AlertCommand.MoveAlert;
import health.vigil.alert.AlertCommand.RaiseAlert;
import health.vigil.alert.AlertCommand.UpgradeAlert;
import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Alerts;
import health.vigil.alert.Cause;
import health.vigil.alert.Escalation;
import health.vigil.alert.EscalationChain;
import health.vigil.alert.Origin;
import health.vigil.alert.Priority;
import health.vigil.monitoring.score.Band;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import java.util.List;

/**
 * The open alert of an overdue observation, as its saga follows it.
 *
 * <p>Low after a LOW score, else medium; after HIGH it may become high. It never latches: the
 * observation that clears it is what it asked for.
 *
 * @param lastBand of the last score
 */
record OverdueAlert(AlertId id, Band lastBand, Escalation escalation) {
  private static final long RAISED = 0;
  private static final long UPGRADED = 1;
  private static final long CLEARED = 2;

  static OverdueAlert raise(
      PatientId patient,
      StayId stay,
      BedId bed,
      int episode,
      Band lastBand,
      Instant at,
      Means means,
      Origin origin) {
    AlertRule rule = AlertRule.OBSERVATION_OVERDUE;
    AlertId id = AlertId.of(stay, rule, episode);
    OverdueAlert alert = new OverdueAlert(id, lastBand, new Escalation());
    Band urgency = lastBand == Band.LOW ? Band.LOW : Band.MEDIUM;
    EscalationChain chain = means.chains().of(bed.ward(), urgency);
    RaiseAlert raise =
        new RaiseAlert(
            id,
            patient,
            stay,
            bed,
            rule,
            AlertKind.TECHNICAL,
            Priority.of(urgency),
            false,
            alert.cause(),
            chain.first(),
            RAISED,
            at);
    alert.escalation.start(
        chain,
        id,
        RAISED,
        at,
        Alerts.ask(means.commands(), raise, origin),
        means.deadlines(),
        origin);
    return alert;
  }

  void upgrade(BedId bed, Instant at, Means means, Origin origin) {
    EscalationChain chain = means.chains().of(bed.ward(), Band.HIGH);
    UpgradeAlert upgrade =
        new UpgradeAlert(id, Priority.HIGH, cause(), chain.first(), UPGRADED, at);
    escalation.start(
        chain,
        id,
        UPGRADED,
        at,
        Alerts.ask(means.commands(), upgrade, origin),
        means.deadlines(),
        origin);
  }

  void clear(AlertEnd reason, Instant at, Means means) {
    ClearAlert clear = new ClearAlert(id, reason, CLEARED, at);
    escalation.know(Alerts.ask(means.commands(), clear), means.deadlines());
  }

  void move(BedId bed, Instant at, Means means) {
    MoveAlert move = new MoveAlert(id, bed, at);
    escalation.know(Alerts.ask(means.commands(), move), means.deadlines());
  }

  private Cause cause() {
    return new Cause(lastBand, null, false, List.of(), false);
  }
}
