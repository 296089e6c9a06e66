package health.vigil.alert;

import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an alert. */
public sealed interface AlertCommand {
  @TargetAggregateIdentifier
  AlertId alertId();

  Instant at();

  /** Raises the alert of an episode; does nothing when it has been raised. */
  record RaiseAlert(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      AlertRule rule,
      AlertKind kind,
      Priority priority,
      boolean latching,
      Cause cause,
      EscalationStep firstStep,
      Instant at)
      implements AlertCommand {}

  /** The condition is back while the alert is latched: the same alert is on again. */
  record ReturnAlert(AlertId alertId, Priority priority, Cause cause, Instant at)
      implements AlertCommand {}

  /** More urgent than before: on again, even when it was acknowledged. */
  record UpgradeAlert(
      AlertId alertId, Priority priority, Cause cause, EscalationStep firstStep, Instant at)
      implements AlertCommand {}

  /** Less urgent than before; what was escalated stays escalated. */
  record DowngradeAlert(AlertId alertId, Priority priority, Cause cause, Instant at)
      implements AlertCommand {}

  /** The condition is gone: off when acknowledged or not latching, else latched. */
  record ClearAlert(AlertId alertId, AlertEnd reason, Instant at) implements AlertCommand {}

  /** Tells the next level; does nothing once acknowledged, latched or over. */
  record EscalateAlert(AlertId alertId, EscalationStep step, Instant at) implements AlertCommand {}

  /** Refused as a conflict {@code already-acknowledged} or {@code alert-over}. */
  record AcknowledgeAlert(AlertId alertId, Instant at) implements AlertCommand {}
}
