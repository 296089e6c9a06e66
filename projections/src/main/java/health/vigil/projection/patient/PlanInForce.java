package health.vigil.projection.patient;

import health.vigil.monitoring.MonitoringPlan;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.util.List;

/**
 * How a patient is watched; a plan's reason is free text, which only the log holds.
 *
 * @param revision 0 for the standard plan, which holds until a clinician decides otherwise
 * @param history every revision of the present stay, oldest first; its last is the plan in force
 */
public record PlanInForce(
    PatientId patientId,
    StayId stayId,
    long revision,
    MonitoringPlan plan,
    List<Revision> history) {
  public PlanInForce {
    history = List.copyOf(history);
  }

  /** A plan and since when it was in force. */
  public record Revision(long number, MonitoringPlan plan, Instant setAt) {}
}
