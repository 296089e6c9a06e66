package health.vigil.projection.alert;

import health.vigil.alert.AlertEnd;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.EscalationStep;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** One alert, open or over. */
@Entity
@Table(name = "alert_inbox")
class AlertRow extends PanacheEntityBase {
  @Id public String alert;

  @Column(nullable = false)
  public String patient;

  @Column(nullable = false)
  public String stay;

  @Column(nullable = false)
  public String ward;

  @Column(nullable = false)
  public String bed;

  @Column(nullable = false)
  public String rule;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  public AlertKind kind;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  public Priority priority;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  public Presence presence;

  /** The order of the inbox: 0 to 2 for open alerts by priority, 3 for what is over. */
  @Column(nullable = false)
  public int urgency;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public Cause cause;

  @Column(name = "escalation_level", nullable = false)
  public int escalationLevel;

  @Column(name = "escalation_role", nullable = false)
  public String escalationRole;

  @Column(name = "raised_at", nullable = false)
  public Instant raisedAt;

  @Column(name = "acknowledged_at")
  public @Nullable Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  public @Nullable String acknowledgedBy;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  @Column(name = "end_reason")
  @Enumerated(EnumType.STRING)
  public @Nullable AlertEnd endReason;

  @Column(nullable = false)
  public long position;

  static @Nullable AlertRow find(AlertId id) {
    return findById(id.value());
  }

  static AlertRow begin(AlertRaised event) {
    AlertRow created = new AlertRow();
    created.alert = event.alertId().value();
    created.patient = event.patientId().value();
    created.stay = event.stayId().value();
    created.rule = event.rule().value();
    created.kind = event.kind();
    created.raisedAt = event.at();
    created.lieIn(event.bed());
    created.rest(event.priority(), event.cause());
    created.be(Presence.ON);
    created.tell(event.step());
    return created;
  }

  void lieIn(BedId in) {
    ward = in.ward().value();
    bed = in.value();
  }

  void rest(Priority newPriority, Cause newCause) {
    priority = newPriority;
    cause = newCause;
    order();
  }

  void be(Presence newPresence) {
    presence = newPresence;
    order();
  }

  void tell(EscalationStep step) {
    escalationLevel = step.level();
    escalationRole = step.role();
  }

  /** The highest level stays: after an outage a lower one may be told later. */
  void tellFurther(EscalationStep step) {
    if (step.level() > escalationLevel) {
      tell(step);
    }
  }

  void acknowledge(@Nullable Instant at, @Nullable String by) {
    acknowledgedAt = at;
    acknowledgedBy = by;
  }

  private void order() {
    urgency = presence == Presence.OFF ? 3 : urgencyOf(priority);
  }

  private static int urgencyOf(Priority priority) {
    return switch (priority) {
      case HIGH -> 0;
      case MEDIUM -> 1;
      case LOW -> 2;
    };
  }

  InboxCursor cursor() {
    return new InboxCursor(urgency, raisedAt, alert);
  }

  InboxAlert read() {
    return new InboxAlert(
        new AlertId(alert),
        new PatientId(patient),
        new StayId(stay),
        new BedId(bed),
        new AlertRule(rule),
        kind,
        priority,
        presence,
        cause,
        new InboxAlert.Told(escalationLevel, escalationRole),
        raisedAt,
        acknowledgedAt == null
            ? null
            : new InboxAlert.Acknowledgement(acknowledgedAt, acknowledgedBy),
        endedAt == null || endReason == null ? null : new InboxAlert.End(endedAt, endReason));
  }
}
