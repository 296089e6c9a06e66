package health.vigil.projection.ward;

import health.vigil.alert.AlertEvent;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringEvent;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.projection.ReadAhead;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayEvent;
import health.vigil.stay.StayId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** What the board shows of a present stay, wherever its bed is. */
@Entity
@Table(name = "ward_board_stay")
class BoardStay extends PanacheEntityBase {
  @Id public String stay;

  @Column(nullable = false)
  public String patient;

  @Column(name = "admitted_at", nullable = false)
  public Instant admittedAt;

  public @Nullable String basis;

  @Column(name = "measured_at")
  public @Nullable Instant measuredAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public @Nullable Score score;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public RecentSets recent = RecentSets.NONE;

  @Column(name = "due_since", nullable = false)
  public Instant dueSince;

  @Column(name = "next_observation_due")
  public @Nullable Instant nextObservationDue;

  @Column(name = "paused_until")
  public @Nullable Instant pausedUntil;

  @Column(name = "pause_reason")
  @Enumerated(EnumType.STRING)
  public @Nullable PauseReason pauseReason;

  @Column(name = "spo2_scale", nullable = false)
  @Enumerated(EnumType.STRING)
  public OxygenSaturationScale spo2Scale = MonitoringPlan.STANDARD.spo2Scale();

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  public Scoring scoring = MonitoringPlan.STANDARD.scoring();

  @Column(name = "plan_revision", nullable = false)
  public long planRevision;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public OpenAlerts alerts = OpenAlerts.NONE;

  @Column(nullable = false)
  public long position;

  static @Nullable BoardStay find(@Nullable StayId id) {
    ReadAhead.of(BoardStay.class, BoardStay::touchedBy);
    return id == null ? null : findById(id.value());
  }

  private static @Nullable String touchedBy(Object event) {
    StayId stay = null;
    if (event instanceof StayEvent ofStay) {
      stay = ofStay.stayId();
    } else if (event instanceof MonitoringEvent ofMonitoring) {
      stay = ofMonitoring.stayId();
    } else if (event instanceof AlertEvent ofAlert) {
      stay = ofAlert.stayId();
    }
    return stay == null ? null : stay.value();
  }

  static BoardStay begin(StayId id, PatientId patient, Instant since) {
    BoardStay known = find(id);
    if (known != null) {
      return known;
    }
    BoardStay created = new BoardStay();
    created.stay = id.value();
    created.patient = patient.value();
    created.admittedAt = since;
    created.dueSince = since;
    created.persist();
    return created;
  }

  /** A set that arrived, or the corrected one in its place, and the status after it. */
  void keep(
      ObservationId id,
      Instant measuredAt,
      Assessment assessment,
      VitalSigns values,
      CurrentStatus status) {
    recent = recent.with(id, measuredAt, assessment.score(), values, status.basis());
    show(status);
  }

  void show(CurrentStatus status) {
    ObservationId newest = status.basis();
    Instant measured = status.measuredAt();
    basis = newest == null ? null : newest.value();
    measuredAt = measured;
    score = status.score();
    expect(status.nextObservationDue(), measured == null ? admittedAt : measured);
  }

  /** A set that leaves what is due as it was leaves the interval as it was too. */
  private void expect(@Nullable Instant due, Instant since) {
    // Compared as the column keeps it, so that it does not matter when the row was last read.
    Instant kept = due == null ? null : due.truncatedTo(ChronoUnit.MICROS);
    if (!Objects.equals(nextObservationDue, kept)) {
      nextObservationDue = kept;
      dueSince = since;
    }
  }

  ObservationDue due() {
    return new ObservationDue(dueSince, nextObservationDue, pausedUntil);
  }
}
