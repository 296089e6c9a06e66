package health.vigil.monitoring;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.monitoring.budget.MergedValue;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import health.vigil.ward.ConcernsWard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The facts of a monitoring stream; stay and bed are null in a chart outside stays. */
public sealed interface MonitoringEvent extends ConcernsPatient, ConcernsWard {
  MonitoringId monitoringId();

  @Nullable StayId stayId();

  Instant at();

  /**
   * @param since what is measured earlier lies outside the stay
   */
  @JsonTypeName("MonitoringStarted")
  @Revision("1")
  record MonitoringStarted(
      MonitoringId monitoringId,
      PatientId patientId,
      @Nullable StayId stayId,
      @Nullable BedId bed,
      Instant since,
      @Nullable Instant nextObservationDue,
      Instant at)
      implements MonitoringEvent {}

  @JsonTypeName("MonitoringPlanSet")
  @Revision("1")
  record MonitoringPlanSet(
      MonitoringId monitoringId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      MonitoringPlan plan,
      long planRevision,
      CurrentStatus status,
      Instant at)
      implements MonitoringEvent {}

  @JsonTypeName("MonitoringMoved")
  @Revision("1")
  record MonitoringMoved(
      MonitoringId monitoringId,
      PatientId patientId,
      StayId stayId,
      BedId from,
      BedId bed,
      Instant at)
      implements MonitoringEvent {}

  @JsonTypeName("MonitoringStopped")
  @Revision("1")
  record MonitoringStopped(
      MonitoringId monitoringId, PatientId patientId, StayId stayId, BedId bed, Instant at)
      implements MonitoringEvent {}

  @JsonTypeName("VitalSignsRecorded")
  @Revision("1")
  record VitalSignsRecorded(
      MonitoringId monitoringId,
      PatientId patientId,
      @Nullable StayId stayId,
      @Nullable BedId bed,
      ObservationId observationId,
      VitalSigns values,
      Instant measuredAt,
      @Nullable String messageId,
      @Nullable String device,
      @Nullable ExternalScore externalScore,
      Assessment assessment,
      CurrentStatus status,
      Instant at)
      implements MonitoringEvent {}

  /** Carries the corrected set in full. */
  @JsonTypeName("ObservationCorrected")
  @Revision("1")
  record ObservationCorrected(
      MonitoringId monitoringId,
      PatientId patientId,
      @Nullable StayId stayId,
      @Nullable BedId bed,
      ObservationId observationId,
      VitalSigns values,
      Instant measuredAt,
      Assessment assessment,
      CurrentStatus status,
      @PersonalData String reason,
      Instant at)
      implements MonitoringEvent {
    @Override
    public String toString() {
      return "ObservationCorrected[observationId=" + observationId + ", at=" + at + "]";
    }
  }

  @JsonTypeName("ObservationRetracted")
  @Revision("1")
  record ObservationRetracted(
      MonitoringId monitoringId,
      PatientId patientId,
      @Nullable StayId stayId,
      @Nullable BedId bed,
      ObservationId observationId,
      @Nullable PatientId movedTo,
      CurrentStatus status,
      @PersonalData String reason,
      Instant at)
      implements MonitoringEvent {
    @Override
    public String toString() {
      return "ObservationRetracted[observationId=" + observationId + ", at=" + at + "]";
    }
  }

  /**
   * One more message of a recorded set, or what one says now. It decides nothing: the set does.
   *
   * @param part the message; its vital signs may be told of again when it is amended
   * @param vitals what it told of
   */
  @JsonTypeName("ObservationPartRecorded")
  @Revision("1")
  record ObservationPartRecorded(
      MonitoringId monitoringId,
      PatientId patientId,
      @Nullable StayId stayId,
      @Nullable BedId bed,
      ObservationId observationId,
      PartId part,
      Set<Vital> vitals,
      Instant measuredAt,
      @Nullable String device,
      Instant at)
      implements MonitoringEvent {
    public ObservationPartRecorded {
      vitals = InEnumOrder.copyOf(Vital.class, vitals);
    }
  }

  /**
   * What a continuous device measured and what said nothing new, in short. It decides nothing: the
   * set that stands for it does.
   *
   * @param observationId the recorded set that stands for these readings
   * @param count how many there were
   * @param from when the first was measured
   * @param to when the last was measured
   */
  @JsonTypeName("ReadingsMerged")
  @Revision("1")
  record ReadingsMerged(
      MonitoringId monitoringId,
      PatientId patientId,
      @Nullable StayId stayId,
      @Nullable BedId bed,
      ObservationId observationId,
      @Nullable String device,
      int count,
      Instant from,
      Instant to,
      Map<Vital, MergedValue> values,
      Instant at)
      implements MonitoringEvent {
    public ReadingsMerged {
      values = InEnumOrder.copyOf(Vital.class, values);
    }
  }

  /**
   * A rule is breached: an episode begins.
   *
   * @param episode counts the breaches of this rule in this stay from 1
   * @param level how urgent; limits of the plan are MEDIUM
   * @param basis the set that breached it
   * @param lowerBound the set is incomplete, the level is "at least"
   * @param missing what the set lacks
   * @param late the set arrived late
   */
  @JsonTypeName("BreachBegan")
  @Revision("1")
  record BreachBegan(
      MonitoringId monitoringId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      BreachRule rule,
      int episode,
      Band level,
      ObservationId basis,
      boolean lowerBound,
      List<Vital> missing,
      boolean late,
      Instant measuredAt,
      Instant at)
      implements MonitoringEvent {
    public BreachBegan {
      missing = List.copyOf(missing);
    }

    /** The stay and the rule in one text: at most one alert is open for it. */
    public String stayAndRule() {
      return rule.within(stayId);
    }
  }

  /** The breach goes on at another level. */
  @JsonTypeName("BreachLevelChanged")
  @Revision("1")
  record BreachLevelChanged(
      MonitoringId monitoringId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      BreachRule rule,
      int episode,
      Band from,
      Band level,
      ObservationId basis,
      boolean lowerBound,
      List<Vital> missing,
      boolean late,
      Instant measuredAt,
      Instant at)
      implements MonitoringEvent {
    public BreachLevelChanged {
      missing = List.copyOf(missing);
    }

    /** The stay and the rule in one text: at most one alert is open for it. */
    public String stayAndRule() {
      return rule.within(stayId);
    }
  }

  @JsonTypeName("BreachEnded")
  @Revision("1")
  record BreachEnded(
      MonitoringId monitoringId,
      PatientId patientId,
      StayId stayId,
      BedId bed,
      BreachRule rule,
      int episode,
      BreachEnd reason,
      @Nullable ObservationId basis,
      Instant at)
      implements MonitoringEvent {
    /** The stay and the rule in one text: at most one alert is open for it. */
    public String stayAndRule() {
      return rule.within(stayId);
    }
  }
}
