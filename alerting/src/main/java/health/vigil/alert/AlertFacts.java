package health.vigil.alert;

import health.vigil.alert.AlertCommand.DowngradeAlert;
import health.vigil.alert.AlertCommand.RaiseAlert;
import health.vigil.alert.AlertCommand.ReturnAlert;
import health.vigil.alert.AlertCommand.UpgradeAlert;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertEvent.AlertDowngraded;
import health.vigil.alert.AlertEvent.AlertEnded;
import health.vigil.alert.AlertEvent.AlertEscalated;
import health.vigil.alert.AlertEvent.AlertLatched;
import health.vigil.alert.AlertEvent.AlertMoved;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertEvent.AlertReturned;
import health.vigil.alert.AlertEvent.AlertUpgraded;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;

/** Whom an alert is about, and the facts that it makes of commands. */
record AlertFacts(AlertId alert, PatientId patient, StayId stay, BedId bed) {
  static AlertFacts of(AlertRaised raised) {
    return new AlertFacts(raised.alertId(), raised.patientId(), raised.stayId(), raised.bed());
  }

  static AlertRaised raised(RaiseAlert c) {
    return new AlertRaised(
        c.alertId(),
        c.patientId(),
        c.stayId(),
        c.bed(),
        c.rule(),
        c.kind(),
        c.priority(),
        c.latching(),
        c.cause(),
        AlertDecisions.VERSION,
        c.firstStep(),
        c.edge(),
        c.at());
  }

  AlertReturned returned(ReturnAlert c) {
    return new AlertReturned(alert, patient, stay, bed, c.priority(), c.cause(), c.edge(), c.at());
  }

  AlertUpgraded upgraded(UpgradeAlert c) {
    return new AlertUpgraded(
        alert, patient, stay, bed, c.priority(), c.cause(), c.firstStep(), c.edge(), c.at());
  }

  AlertDowngraded downgraded(DowngradeAlert c) {
    return new AlertDowngraded(
        alert, patient, stay, bed, c.priority(), c.cause(), c.edge(), c.at());
  }

  AlertLatched latched(AlertEnd reason, long edge, Instant at) {
    return new AlertLatched(alert, patient, stay, bed, reason, edge, at);
  }

  AlertMoved movedTo(BedId to, Instant at) {
    return new AlertMoved(alert, patient, stay, bed, to, at);
  }

  AlertEscalated escalated(EscalationStep step, Instant at) {
    return new AlertEscalated(alert, patient, stay, bed, step, at);
  }

  AlertAcknowledged acknowledged(Instant at) {
    return new AlertAcknowledged(alert, patient, stay, bed, at);
  }

  AlertEnded ended(AlertEnd reason, Instant at) {
    return new AlertEnded(alert, patient, stay, bed, reason, at);
  }

  AlertFacts in(BedId other) {
    return new AlertFacts(alert, patient, stay, other);
  }
}
