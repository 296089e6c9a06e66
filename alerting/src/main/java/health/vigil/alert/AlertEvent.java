package health.vigil.alert;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import health.vigil.ward.ConcernsWard;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The facts of an alert's stream; the bed is the one where the patient then lies.
 *
 * <p>{@code edge} is that of {@link AlertCommand}.
 */
public sealed interface AlertEvent extends ConcernsPatient, ConcernsWard {
  AlertId alertId();

  StayId stayId();

  @Override
  BedId bed();

  Instant at();

  /**
   * The first step of the chain has been told.
   *
   * @param decisions version of the decisions by which it was raised: {@link AlertDecisions}; since
   *     revision 2, before it there was one only
   */
  @JsonTypeName("AlertRaised")
  @Revision("2")
  record AlertRaised(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      AlertRule rule,
      AlertKind kind,
      Priority priority,
      boolean latching,
      Cause cause,
      String decisions,
      EscalationStep step,
      long edge,
      Instant at)
      implements AlertEvent {}

  /** The condition is back while nobody had acknowledged. */
  @JsonTypeName("AlertReturned")
  @Revision("1")
  record AlertReturned(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      Priority priority,
      Cause cause,
      long edge,
      Instant at)
      implements AlertEvent {}

  /** More urgent: on again, escalation starts anew, its first step has been told. */
  @JsonTypeName("AlertUpgraded")
  @Revision("1")
  record AlertUpgraded(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      Priority priority,
      Cause cause,
      EscalationStep step,
      long edge,
      Instant at)
      implements AlertEvent {}

  @JsonTypeName("AlertDowngraded")
  @Revision("1")
  record AlertDowngraded(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      Priority priority,
      Cause cause,
      long edge,
      Instant at)
      implements AlertEvent {}

  /** The condition is gone, nobody has acknowledged yet. */
  @JsonTypeName("AlertLatched")
  @Revision("1")
  record AlertLatched(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      AlertEnd reason,
      long edge,
      Instant at)
      implements AlertEvent {}

  /** The patient lies in another bed; who is told from now on is there. */
  @JsonTypeName("AlertMoved")
  @Revision("1")
  record AlertMoved(
      AlertId alertId, PatientId patientId, StayId stayId, BedId from, BedId bed, Instant at)
      implements AlertEvent {}

  /** A further step of the chain has been told. */
  @JsonTypeName("AlertEscalated")
  @Revision("1")
  record AlertEscalated(
      AlertId alertId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      EscalationStep step,
      Instant at)
      implements AlertEvent {}

  /** Escalation stops; who did it stands in the metadata. */
  @JsonTypeName("AlertAcknowledged")
  @Revision("1")
  record AlertAcknowledged(
      AlertId alertId, PatientId patientId, StayId stayId, BedId bed, Instant at)
      implements AlertEvent {}

  /** Presence is off. */
  @JsonTypeName("AlertEnded")
  @Revision("1")
  record AlertEnded(
      AlertId alertId, PatientId patientId, StayId stayId, BedId bed, AlertEnd reason, Instant at)
      implements AlertEvent {}
}
