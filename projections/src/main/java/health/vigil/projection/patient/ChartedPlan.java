package health.vigil.projection.patient;

import health.vigil.monitoring.MonitoringPlan;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** One revision of the monitoring plan of a stay. */
@Entity
@IdClass(ChartedPlan.Key.class)
@Table(name = "chart_plan")
class ChartedPlan extends PanacheEntityBase {
  record Key(String stay, long revision) {}

  @Id public String stay;
  @Id public long revision;

  @Column(nullable = false)
  public String patient;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  public MonitoringPlan plan;

  @Column(name = "set_at", nullable = false)
  public Instant setAt;

  @Column(nullable = false)
  public long position;

  /** The reason is free text about a person: it stays in the log. */
  static MonitoringPlan withoutReason(MonitoringPlan plan) {
    return new MonitoringPlan(
        plan.spo2Scale(),
        plan.scoring(),
        plan.observationInterval(),
        plan.limits(),
        plan.reviewBy(),
        null);
  }

  PlanInForce.Revision read() {
    return new PlanInForce.Revision(revision, plan, setAt);
  }
}
