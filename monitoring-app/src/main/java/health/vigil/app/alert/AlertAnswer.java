package health.vigil.app.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.app.access.AboutPatient;
import health.vigil.patient.PatientId;
import health.vigil.projection.alert.InboxAlert;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands.
 *
 * @param escalation the highest level that has been told since it was raised or upgraded
 * @param acknowledgedAt absent while nobody has acknowledged, and again once it is more urgent
 * @param endReason why its condition was gone; absent while it is open
 */
@Schema(name = "Alert")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertAnswer(
    AlertId alertId,
    PatientId patientId,
    StayId stayId,
    String ward,
    String bed,
    AlertRule rule,
    AlertKind kind,
    Priority priority,
    Presence presence,
    Cause cause,
    InboxAlert.Told escalation,
    Instant raisedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant endedAt,
    @Nullable AlertEnd endReason)
    implements AboutPatient {
  static AlertAnswer of(InboxAlert alert) {
    InboxAlert.Acknowledgement acknowledgement = alert.acknowledgement();
    InboxAlert.End end = alert.end();
    return new AlertAnswer(
        alert.alertId(),
        alert.patientId(),
        alert.stayId(),
        alert.bed().ward().value(),
        alert.bed().name(),
        alert.rule(),
        alert.kind(),
        alert.priority(),
        alert.presence(),
        alert.cause(),
        alert.told(),
        alert.raisedAt(),
        acknowledgement == null ? null : acknowledgement.at(),
        acknowledgement == null ? null : acknowledgement.by(),
        end == null ? null : end.at(),
        end == null ? null : end.reason());
  }
}
