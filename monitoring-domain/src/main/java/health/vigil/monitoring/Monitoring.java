package health.vigil.monitoring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import health.vigil.monitoring.Judge.Decision;
import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordReading;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringCommand.SetMonitoringPlan;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * The observation sets of one stay, or of a patient in no stay, and what is breached. Its state is
 * bounded; what it does not hold is in the log. Public only so that its repository can be named
 * elsewhere.
 */
@AggregateRoot
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public final class Monitoring implements ConcernsPatient {
  @AggregateIdentifier private MonitoringId id;
  private Place place;
  private Instant since;
  private @Nullable Instant firstDue;
  private boolean stopped;
  private MonitoringPlan plan = MonitoringPlan.STANDARD;
  private long planRevision;
  private Course course = Course.begun(null);

  @SuppressWarnings("NullAway.Init") // the first event says whose it is
  Monitoring() {}

  void start(MonitoringStarted started) {
    if (id != null) {
      throw Refusal.conflict("already-monitored", "The stay is monitored already.");
    }
    apply(started);
  }

  void startUnlessStarted(MonitoringStarted started) {
    if (id == null) {
      apply(started);
    }
  }

  void move(BedId to, Instant at) {
    apply(new Facts(place, at).moved(to));
  }

  void stop(Instant at) {
    if (!stopped) {
      Facts facts = new Facts(place, at);
      announce(course.standing().over(), facts, BreachEnd.STAY_ENDED, null);
      apply(facts.stopped());
    }
  }

  long set(SetMonitoringPlan command, MonitoringRules rules) {
    if (command.expectedRevision() != planRevision) {
      throw Refusal.stale(command.expectedRevision(), planRevision);
    }
    Facts facts = new Facts(place, command.at());
    Standing after = watch(command.plan(), rules).afresh(course.recent());
    apply(facts.planSet(command.plan(), planRevision + 1, after.status()));
    announce(after, facts, BreachEnd.PLAN_CHANGED, null);
    return planRevision;
  }

  AssessedSet record(RecordVitalSigns command, AgeGroup age, MonitoringRules rules) {
    return record(new RecordReading(command, null), age, rules);
  }

  AssessedSet record(RecordReading reading, AgeGroup age, MonitoringRules rules) {
    RecordVitalSigns command = reading.set();
    Facts facts = new Facts(place, command.at());
    Decision decision = judge(rules).record(command, age);
    VitalSignsRecorded recorded = facts.recorded(command, decision);
    apply(recorded);
    if (reading.merged() != null && reading.merged().monitoringId().equals(id)) {
      apply(facts.merged(reading.merged(), command.device()));
    }
    announce(decision.standing(), facts, BreachEnd.CLEARED, command.observationId());
    return AssessedSet.of(recorded);
  }

  AssessedSet correct(CorrectObservation command, AgeGroup age, MonitoringRules rules) {
    course.retracted().refuse(command.observationId());
    Facts facts = new Facts(place, command.at());
    Decision decision = judge(rules).correct(command, age);
    ObservationCorrected corrected = facts.corrected(command, decision);
    apply(corrected);
    announce(decision.standing(), facts, BreachEnd.RETRACTED, command.observationId());
    return AssessedSet.of(corrected);
  }

  void retract(RetractObservation command, MonitoringRules rules) {
    course.retracted().refuse(command.observationId());
    Facts facts = new Facts(place, command.at());
    Standing after = judge(rules).without(command.observationId());
    apply(facts.retracted(command, after.status()));
    announce(after, facts, BreachEnd.RETRACTED, command.observationId());
  }

  void note(ObservationId set, SetPart part, Instant at) {
    apply(new Facts(place, at).part(set, part));
  }

  private void announce(
      Standing after, Facts facts, BreachEnd endReason, @Nullable ObservationId cause) {
    new BreachEdges(facts, course.episodes(), endReason, cause)
        .to(after.breaches())
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(MonitoringStarted event) {
    id = event.monitoringId();
    place = new Place(id, event.patientId(), event.stayId(), event.bed());
    since = event.since();
    firstDue = event.nextObservationDue();
    course = Course.begun(firstDue);
  }

  @EventSourcingHandler
  void on(MonitoringMoved event) {
    place = place.movedTo(event.bed());
  }

  @EventSourcingHandler
  void on(MonitoringStopped event) {
    stopped = true;
    course = course.with(course.status().due(null));
  }

  @EventSourcingHandler
  void on(MonitoringPlanSet event) {
    plan = event.plan();
    planRevision = event.planRevision();
    course = course.with(event.status());
  }

  @EventSourcingHandler
  void on(VitalSignsRecorded event) {
    course = course.after(event);
  }

  @EventSourcingHandler
  void on(ObservationCorrected event) {
    course = course.after(event);
  }

  @EventSourcingHandler
  void on(ObservationRetracted event) {
    course = course.after(event);
  }

  @EventSourcingHandler
  void on(BreachBegan event) {
    course = course.after(event);
  }

  @EventSourcingHandler
  void on(BreachLevelChanged event) {
    course = course.after(event);
  }

  @EventSourcingHandler
  void on(BreachEnded event) {
    course = course.after(event);
  }

  /** Whose personal data a snapshot holds. */
  @Override
  public PatientId patientId() {
    return place.patientId();
  }

  private Judge judge(MonitoringRules rules) {
    Period period = new Period(place.stayId() == null ? null : since, stopped);
    return new Judge(watch(plan, rules), period, course, planRevision);
  }

  private Watch watch(MonitoringPlan by, MonitoringRules rules) {
    return new Watch(by, rules, firstDue == null ? since : firstDue);
  }
}
