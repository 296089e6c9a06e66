package health.vigil.alert;

import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What can be asked of an alert.
 *
 * <p>{@code edge} numbers what gives occasion to a command, ascending in one alert: for a breach
 * its sequence number in the monitoring's stream. A command whose edge is not newer than what the
 * alert has taken in does nothing, so a reaction may be sent again, and again out of order.
 */
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
      long edge,
      Instant at)
      implements AlertCommand {}

  /** The condition is back while the alert is latched: the same alert is on again. */
  record ReturnAlert(AlertId alertId, Priority priority, Cause cause, long edge, Instant at)
      implements AlertCommand {}

  /** More urgent than before: on again, even when it was acknowledged. */
  record UpgradeAlert(
      AlertId alertId,
      Priority priority,
      Cause cause,
      EscalationStep firstStep,
      long edge,
      Instant at)
      implements AlertCommand {}

  /** Less urgent than before; what was escalated stays escalated. */
  record DowngradeAlert(AlertId alertId, Priority priority, Cause cause, long edge, Instant at)
      implements AlertCommand {}

  /**
   * The condition is gone: off when acknowledged or not latching, else latched. Off at once when
   * the stay has ended, or when all that it rests on is retracted.
   */
  record ClearAlert(AlertId alertId, AlertEnd reason, long edge, Instant at)
      implements AlertCommand {}

  /** The patient lies in another bed. */
  record MoveAlert(AlertId alertId, BedId bed, Instant at) implements AlertCommand {}

  /**
   * Tells the next level; does nothing once acknowledged, latched or over, or when the level is
   * reached.
   *
   * @param edge that the chain was started by; a chain that another has replaced tells nobody
   */
  record EscalateAlert(AlertId alertId, EscalationStep step, long edge, Instant at)
      implements AlertCommand {}

  /** Asks how the alert stands, and changes nothing. */
  record LookAtAlert(AlertId alertId, Instant at) implements AlertCommand {}

  /** Refused as a conflict {@code already-acknowledged} or {@code alert-over}. */
  record AcknowledgeAlert(AlertId alertId, Instant at) implements AlertCommand {}
}
