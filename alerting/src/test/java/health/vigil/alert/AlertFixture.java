package health.vigil.alert;

import health.vigil.alert.AlertCommand.AcknowledgeAlert;
import health.vigil.alert.AlertCommand.ClearAlert;
import health.vigil.alert.AlertCommand.DowngradeAlert;
import health.vigil.alert.AlertCommand.EscalateAlert;
import health.vigil.alert.AlertCommand.MoveAlert;
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
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One NEWS2 alert of one patient, in commands and events; times are minutes of one morning. */
final class AlertFixture {
  static final PatientId PATIENT = new PatientId("7f3c1f5e-0000-4000-8000-000000000001");
  static final StayId STAY = new StayId("7f3c1f5e-0000-4000-8000-000000000002");
  static final BedId BED = BedId.of(new WardId("5-west"), "12");
  static final BedId OTHER_BED = BedId.of(new WardId("icu"), "3");
  static final AlertRule RULE = AlertRule.of(BreachRule.NEWS2);
  static final AlertId ALERT = AlertId.of(STAY, RULE, 1);
  static final EscalationStep NURSE = new EscalationStep(1, "NURSE", Duration.ZERO);
  static final EscalationStep CRITICAL_CARE =
      new EscalationStep(3, "CRITICAL_CARE", Duration.ofMinutes(15));
  static final EscalationStep REGISTRAR = new EscalationStep(2, "REGISTRAR", Duration.ofMinutes(5));

  private AlertFixture() {}

  static Instant minute(long minute) {
    return Instant.parse("2026-11-23T08:00:00Z").plus(Duration.ofMinutes(minute));
  }

  static Cause cause(Band level) {
    return new Cause(
        level,
        new ObservationId("7f3c1f5e-0000-4000-8000-000000000003"),
        true,
        List.of(Vital.TEMPERATURE),
        false);
  }

  static RaiseAlert raise(Band level) {
    return new RaiseAlert(
        ALERT,
        PATIENT,
        STAY,
        BED,
        RULE,
        AlertKind.PHYSIOLOGICAL,
        Priority.of(level),
        level != Band.LOW,
        cause(level),
        NURSE,
        10,
        minute(0));
  }

  static AlertRaised raised(Band level) {
    return new AlertRaised(
        ALERT,
        PATIENT,
        STAY,
        BED,
        RULE,
        AlertKind.PHYSIOLOGICAL,
        Priority.of(level),
        level != Band.LOW,
        cause(level),
        "1",
        NURSE,
        10,
        minute(0));
  }

  static UpgradeAlert upgrade(long edge, long minute) {
    return new UpgradeAlert(ALERT, Priority.HIGH, cause(Band.HIGH), NURSE, edge, minute(minute));
  }

  static AlertUpgraded upgraded(long edge, long minute) {
    return new AlertUpgraded(
        ALERT, PATIENT, STAY, BED, Priority.HIGH, cause(Band.HIGH), NURSE, edge, minute(minute));
  }

  static DowngradeAlert downgrade(long edge, long minute) {
    return new DowngradeAlert(ALERT, Priority.MEDIUM, cause(Band.MEDIUM), edge, minute(minute));
  }

  static AlertDowngraded downgraded(long edge, long minute) {
    return new AlertDowngraded(
        ALERT, PATIENT, STAY, BED, Priority.MEDIUM, cause(Band.MEDIUM), edge, minute(minute));
  }

  static ReturnAlert comeBack(long edge, long minute) {
    return new ReturnAlert(ALERT, Priority.HIGH, cause(Band.HIGH), edge, minute(minute));
  }

  static AlertReturned returned(long edge, long minute) {
    return new AlertReturned(
        ALERT, PATIENT, STAY, BED, Priority.HIGH, cause(Band.HIGH), edge, minute(minute));
  }

  static ClearAlert clear(AlertEnd reason, long edge, long minute) {
    return new ClearAlert(ALERT, reason, edge, minute(minute));
  }

  static AlertLatched latched(AlertEnd reason, long edge, long minute) {
    return new AlertLatched(ALERT, PATIENT, STAY, BED, reason, edge, minute(minute));
  }

  static EscalateAlert escalate(EscalationStep step, long edge, long minute) {
    return new EscalateAlert(ALERT, step, edge, minute(minute));
  }

  static AlertEscalated escalated(EscalationStep step, long minute) {
    return new AlertEscalated(ALERT, PATIENT, STAY, BED, step, minute(minute));
  }

  static AcknowledgeAlert acknowledge(long minute) {
    return new AcknowledgeAlert(ALERT, minute(minute));
  }

  static AlertAcknowledged acknowledged(long minute) {
    return new AlertAcknowledged(ALERT, PATIENT, STAY, BED, minute(minute));
  }

  static MoveAlert move(BedId bed, long minute) {
    return new MoveAlert(ALERT, bed, minute(minute));
  }

  static AlertMoved moved(long minute) {
    return new AlertMoved(ALERT, PATIENT, STAY, BED, OTHER_BED, minute(minute));
  }

  static AlertEnded ended(AlertEnd reason, long minute) {
    return new AlertEnded(ALERT, PATIENT, STAY, BED, reason, minute(minute));
  }
}
