package health.vigil.projection.alert;

import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands.
 *
 * @param bed where the patient lies, or lay when the alert ended
 * @param told the highest level of the chain that has been told since it was raised or upgraded
 * @param acknowledgement null while nobody has acknowledged, and again once it is more urgent
 * @param end null while it is open
 */
public record InboxAlert(
    AlertId alertId,
    PatientId patientId,
    StayId stayId,
    BedId bed,
    AlertRule rule,
    AlertKind kind,
    Priority priority,
    Presence presence,
    Cause cause,
    Told told,
    Instant raisedAt,
    @Nullable Acknowledgement acknowledgement,
    @Nullable End end) {

  /** A level of the escalation chain, from 1, and the role that stands there. */
  public record Told(int level, String role) {}

  /**
   * @param by the actor, null when the log does not say
   */
  public record Acknowledgement(Instant at, @Nullable String by) {}

  /** When it was over, and why its condition was gone. */
  public record End(Instant at, AlertEnd reason) {}
}
