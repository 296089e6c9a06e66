package health.vigil.projection.patient;

import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.ObservationId;
import health.vigil.patient.PatientId;
import health.vigil.projection.ReadAhead;
import health.vigil.stay.StayId;
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

/** One observation set of a patient's chart. */
@Entity
@Table(name = "chart_observation")
class ChartedSet extends PanacheEntityBase {
  @Id public String observation;

  @Column(nullable = false)
  public String patient;

  public @Nullable String stay;

  @Column(name = "measured_at", nullable = false)
  public Instant measuredAt;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  public Standing standing = Standing.RECORDED;

  @Column(name = "current_version", nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public SetVersion current;

  @Column(name = "earlier_versions", nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public SetHistory earlier = SetHistory.NONE;

  public @Nullable String device;

  @Column(name = "external_total")
  public @Nullable Integer externalTotal;

  @Column(name = "retracted_at")
  public @Nullable Instant retractedAt;

  @Column(name = "moved_to")
  public @Nullable String movedTo;

  @Column(name = "recorded_position", nullable = false)
  public long recordedPosition;

  @Column(nullable = false)
  public long position;

  static @Nullable ChartedSet find(ObservationId id) {
    ReadAhead.of(ChartedSet.class, ChartedSet::touchedBy);
    return findById(id.value());
  }

  private static @Nullable String touchedBy(Object event) {
    if (event instanceof ObservationCorrected corrected) {
      return corrected.observationId().value();
    }
    return event instanceof ObservationRetracted retracted
        ? retracted.observationId().value()
        : null;
  }

  void correct(SetVersion corrected) {
    earlier = earlier.with(current);
    current = corrected;
    measuredAt = corrected.measuredAt();
    standing = Standing.CORRECTED;
  }

  void retract(Instant at, @Nullable PatientId rightPatient) {
    standing = Standing.RETRACTED;
    retractedAt = at;
    movedTo = rightPatient == null ? null : rightPatient.value();
  }

  ObservationId id() {
    return new ObservationId(observation);
  }

  ChartCursor cursor() {
    return new ChartCursor(measuredAt, recordedPosition);
  }

  ChartedObservation read() {
    return new ChartedObservation(
        id(),
        new PatientId(patient),
        stay == null ? null : new StayId(stay),
        standing,
        current,
        earlier.versions(),
        device,
        externalTotal == null ? null : new ExternalScore(externalTotal),
        retractedAt,
        movedTo == null ? null : new PatientId(movedTo));
  }
}
