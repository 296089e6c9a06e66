package health.vigil.monitoring;

import health.vigil.monitoring.Judge.Decision;
import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationPartRecorded;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.ReadingsMerged;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down what was decided, with whom and where and when it concerns. */
record Facts(Place place, Instant at) {
  MonitoringMoved moved(BedId to) {
    return new MonitoringMoved(monitoring(), patient(), stay(), bed(), to, at);
  }

  MonitoringStopped stopped() {
    return new MonitoringStopped(monitoring(), patient(), stay(), bed(), at);
  }

  MonitoringPlanSet planSet(MonitoringPlan plan, long revision, CurrentStatus status) {
    return new MonitoringPlanSet(
        monitoring(), patient(), stay(), bed(), plan, revision, status, at);
  }

  VitalSignsRecorded recorded(RecordVitalSigns command, Decision decision) {
    return new VitalSignsRecorded(
        monitoring(),
        patient(),
        place.stayId(),
        place.bed(),
        command.observationId(),
        command.values(),
        command.measuredAt(),
        command.messageId(),
        command.device(),
        command.externalScore(),
        decision.assessment(),
        decision.standing().status(),
        at);
  }

  ObservationCorrected corrected(CorrectObservation command, Decision decision) {
    return new ObservationCorrected(
        monitoring(),
        patient(),
        place.stayId(),
        place.bed(),
        command.observationId(),
        command.values(),
        command.measuredAt(),
        decision.assessment(),
        decision.standing().status(),
        command.reason(),
        at);
  }

  ObservationRetracted retracted(RetractObservation command, CurrentStatus status) {
    return new ObservationRetracted(
        monitoring(),
        patient(),
        place.stayId(),
        place.bed(),
        command.observationId(),
        command.movedTo(),
        status,
        command.reason(),
        at);
  }

  ObservationPartRecorded part(ObservationId set, SetPart part) {
    return new ObservationPartRecorded(
        monitoring(),
        patient(),
        place.stayId(),
        place.bed(),
        set,
        part.id(),
        part.vitals(),
        part.measuredAt(),
        part.device(),
        at);
  }

  ReadingsMerged merged(MergedReadings merged, @Nullable String device) {
    return new ReadingsMerged(
        monitoring(),
        patient(),
        place.stayId(),
        place.bed(),
        merged.observationId(),
        device,
        merged.count(),
        merged.from(),
        merged.to(),
        merged.values(),
        at);
  }

  BreachBegan began(Breach breach, int episode) {
    return new BreachBegan(
        monitoring(),
        patient(),
        stay(),
        bed(),
        breach.rule(),
        episode,
        breach.level(),
        breach.basis(),
        breach.lowerBound(),
        breach.missing(),
        breach.late(),
        breach.measuredAt(),
        at);
  }

  BreachLevelChanged levelChanged(Breach before, Breach after, int episode) {
    return new BreachLevelChanged(
        monitoring(),
        patient(),
        stay(),
        bed(),
        after.rule(),
        episode,
        before.level(),
        after.level(),
        after.basis(),
        after.lowerBound(),
        after.missing(),
        after.late(),
        after.measuredAt(),
        at);
  }

  BreachEnded ended(BreachRule rule, int episode, BreachEnd reason, @Nullable ObservationId basis) {
    return new BreachEnded(
        monitoring(), patient(), stay(), bed(), rule, episode, reason, basis, at);
  }

  private MonitoringId monitoring() {
    return place.monitoringId();
  }

  private PatientId patient() {
    return place.patientId();
  }

  private StayId stay() {
    return Objects.requireNonNull(place.stayId(), "only a stay is watched");
  }

  private BedId bed() {
    return Objects.requireNonNull(place.bed(), "only a stay is watched");
  }
}
