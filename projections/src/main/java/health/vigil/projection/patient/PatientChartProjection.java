package health.vigil.projection.patient;

import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.ObservationId;
import health.vigil.projection.Progress;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps every patient's chart: the sets with their versions, and the plans. */
@ProcessingGroup(PatientDirectoryProjection.GROUP)
class PatientChartProjection {
  private static final String GROUP = PatientDirectoryProjection.GROUP;

  @EventHandler
  void on(VitalSignsRecorded event, TrackingToken token) {
    ChartedSet set = new ChartedSet();
    set.observation = event.observationId().value();
    set.patient = event.patientId().value();
    set.stay = event.stayId() == null ? null : event.stayId().value();
    set.measuredAt = event.measuredAt();
    set.current = SetVersion.of(event.values(), event.measuredAt(), event.assessment(), event.at());
    set.device = event.device();
    set.externalTotal = event.externalScore() == null ? null : event.externalScore().total();
    set.recordedPosition = Progress.reached(GROUP, token);
    set.position = set.recordedPosition;
    set.persist();
  }

  @EventHandler
  void on(ObservationCorrected event, TrackingToken token) {
    SetVersion corrected =
        SetVersion.of(event.values(), event.measuredAt(), event.assessment(), event.at());
    change(event.observationId(), token, set -> set.correct(corrected));
  }

  @EventHandler
  void on(ObservationRetracted event, TrackingToken token) {
    change(event.observationId(), token, set -> set.retract(event.at(), event.movedTo()));
  }

  @EventHandler
  void on(MonitoringPlanSet event, TrackingToken token) {
    ChartedPlan revision = new ChartedPlan();
    revision.stay = event.stayId().value();
    revision.revision = event.planRevision();
    revision.patient = event.patientId().value();
    revision.plan = ChartedPlan.withoutReason(event.plan());
    revision.setAt = event.at();
    revision.position = Progress.reached(GROUP, token);
    revision.persist();
  }

  private static void change(ObservationId id, TrackingToken token, Consumer<ChartedSet> change) {
    long position = Progress.reached(GROUP, token);
    ChartedSet set = ChartedSet.find(id);
    if (set != null) {
      set.position = position;
      change.accept(set);
    }
  }
}
