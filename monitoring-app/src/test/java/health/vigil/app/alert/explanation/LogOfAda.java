package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.vigil.alert.AlertDecisions;
import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Cause;
import health.vigil.alert.EscalationStep;
import health.vigil.alert.Priority;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The log of one stay as it comes about, in minutes since 03:00 of one night. */
final class LogOfAda {
  static final PatientId ADA = new PatientId("7f3c1f5e-0000-4000-8000-000000000001");
  static final StayId STAY = new StayId("7f3c1f5e-0000-4000-8000-000000000002");
  static final BedId BED = BedId.of("5-west", "12");
  static final EscalationStep NURSE = new EscalationStep(1, "NURSE", Duration.ZERO);
  static final AlertId ALERT = AlertId.of(STAY, AlertRule.of(BreachRule.NEWS2), 1);
  private static final MonitoringId MONITORING = MonitoringId.of(STAY);
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final List<Fact> facts = new ArrayList<>();
  private MonitoringPlan plan = MonitoringPlan.STANDARD;
  private long planRevision;
  private @Nullable Instant due;

  static Instant minute(long minute) {
    return Instant.parse("2026-11-23T03:00:00Z").plus(Duration.ofMinutes(minute));
  }

  static ObservationId id(String name) {
    return new ObservationId("set-" + name);
  }

  /** The set of somebody well, but for these; null takes a value away. */
  static VitalSigns values(@Nullable Object... other) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("respirationRate", 16);
    set.put("oxygenSaturation", 97);
    set.put("supplementalOxygen", false);
    set.put("systolicBloodPressure", 120);
    set.put("pulse", 72);
    set.put("consciousness", "ALERT");
    set.put("temperature", 36.8);
    set.put("notMeasured", Map.of());
    for (int i = 0; i < other.length; i += 2) {
      set.put(String.valueOf(other[i]), other[i + 1]);
    }
    return MAPPER.convertValue(set, VitalSigns.class);
  }

  static MonitoringPlan scale2() {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_2, Scoring.NEWS2, null, Map.of(), null, "told to nobody");
  }

  static MonitoringPlan unscored() {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_1, Scoring.OFF, null, Map.of(), null, "told to nobody");
  }

  static MonitoringPlan limits(Vital vital, Limit limit) {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_1, Scoring.NEWS2, null, Map.of(vital, limit), null, null);
  }

  LogOfAda due(long minute) {
    due = minute(minute);
    return this;
  }

  Fact started(long minute) {
    return add(
        "MonitoringStarted",
        minute,
        new MonitoringStarted(MONITORING, ADA, STAY, BED, minute(minute), due, minute(minute)));
  }

  Fact planned(MonitoringPlan set, long minute, CurrentStatus after) {
    plan = set;
    planRevision++;
    return add(
        "MonitoringPlanSet",
        minute,
        new MonitoringPlanSet(
            MONITORING, ADA, STAY, BED, set, planRevision, after, minute(minute)));
  }

  Fact planned(MonitoringPlan set, long minute) {
    return planned(set, minute, CurrentStatus.NONE);
  }

  Fact measured(String name, VitalSigns values, long minute) {
    return recorded(name, values, minute, minute, Timeliness.CURRENT, Set.of());
  }

  Fact recorded(
      String name,
      VitalSigns values,
      long measured,
      long minute,
      Timeliness timeliness,
      Set<Flag> flags) {
    Assessment assessment = assessed(values, timeliness, flags);
    CurrentStatus status = new CurrentStatus(id(name), minute(measured), assessment.score(), due);
    return recorded(name, values, measured, minute, assessment, status);
  }

  private Fact recorded(
      String name,
      VitalSigns values,
      long measured,
      long minute,
      Assessment assessment,
      CurrentStatus status) {
    return add(
        "VitalSignsRecorded",
        minute,
        new VitalSignsRecorded(
            MONITORING,
            ADA,
            STAY,
            BED,
            id(name),
            values,
            minute(measured),
            null,
            "told to nobody",
            null,
            assessment,
            status,
            minute(minute)));
  }

  /** Late, while the status goes on showing {@code shown}. */
  Fact recordedBehind(
      String shown,
      long shownMeasured,
      String name,
      VitalSigns values,
      long measured,
      long minute) {
    CurrentStatus status =
        new CurrentStatus(
            id(shown), minute(shownMeasured), News2.score(values(), plan.spo2Scale()), due);
    Assessment late = assessed(values, Timeliness.LATE, Set.of());
    return recorded(name, values, measured, minute, late, status);
  }

  Fact corrected(String name, VitalSigns values, long measured, long minute) {
    return corrected(
        name, values, measured, minute, assessed(values, Timeliness.CURRENT, Set.of()));
  }

  /** Corrected to a time at which a set that is too old to alert was measured. */
  Fact correctedToBeOld(String name, VitalSigns values, long measured, long minute) {
    return corrected(
        name, values, measured, minute, assessed(values, Timeliness.CHARTED_ONLY, Set.of()));
  }

  Fact correctedToBeOutsideTheStay(String name, VitalSigns values, long measured, long minute) {
    Assessment outside =
        new Assessment(
            null, NotScored.OUTSIDE_STAY, Timeliness.CHARTED_ONLY, Set.of(), planRevision);
    return corrected(name, values, measured, minute, outside);
  }

  private Fact corrected(
      String name, VitalSigns values, long measured, long minute, Assessment assessment) {
    return add(
        "ObservationCorrected",
        minute,
        new ObservationCorrected(
            MONITORING,
            ADA,
            STAY,
            BED,
            id(name),
            values,
            minute(measured),
            assessment,
            new CurrentStatus(id(name), minute(measured), assessment.score(), due),
            "told to nobody",
            minute(minute)));
  }

  Fact retracted(String name, @Nullable PatientId movedTo, long minute) {
    return add(
        "ObservationRetracted",
        minute,
        new ObservationRetracted(
            MONITORING,
            ADA,
            STAY,
            BED,
            id(name),
            movedTo,
            CurrentStatus.NONE,
            "told to nobody",
            minute(minute)));
  }

  Fact paused(long until, long minute) {
    return add(
        "StayPaused",
        minute,
        new StayPaused(STAY, ADA, BED, PauseReason.OFF_WARD, minute(until), minute(minute)));
  }

  Fact began(BreachRule rule, Band level, String basis, long minute) {
    return add(
        "BreachBegan",
        minute,
        new BreachBegan(
            MONITORING,
            ADA,
            STAY,
            BED,
            rule,
            1,
            level,
            id(basis),
            false,
            List.of(),
            false,
            minute(minute),
            minute(minute)));
  }

  Fact changed(BreachRule rule, Band from, Band level, String basis, long minute) {
    return add(
        "BreachLevelChanged",
        minute,
        new BreachLevelChanged(
            MONITORING,
            ADA,
            STAY,
            BED,
            rule,
            1,
            from,
            level,
            id(basis),
            false,
            List.of(),
            false,
            minute(minute),
            minute(minute)));
  }

  /** An event of the alert's own stream. */
  Fact happened(Object event, long minute) {
    return add(event.getClass().getSimpleName(), minute, event);
  }

  AlertRaised raised(BreachRule rule, Band level, String basis, long edge, long minute) {
    return new AlertRaised(
        ALERT,
        ADA,
        STAY,
        BED,
        AlertRule.of(rule),
        AlertKind.PHYSIOLOGICAL,
        Priority.of(level),
        true,
        cause(level, basis),
        AlertDecisions.VERSION,
        NURSE,
        edge,
        minute(minute));
  }

  static AlertRaised overdue(Band last, long minute) {
    return new AlertRaised(
        ALERT,
        ADA,
        STAY,
        BED,
        AlertRule.OBSERVATION_OVERDUE,
        AlertKind.TECHNICAL,
        last == Band.LOW ? Priority.LOW : Priority.MEDIUM,
        false,
        new Cause(last, null, false, List.of(), false),
        AlertDecisions.VERSION,
        NURSE,
        0,
        minute(minute));
  }

  static Cause cause(Band level, String basis) {
    return new Cause(level, id(basis), false, List.of(), false);
  }

  MonitoringStory story() {
    return new MonitoringStory(facts);
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  private Assessment assessed(VitalSigns values, Timeliness timeliness, Set<Flag> flags) {
    boolean off = plan.scoring() == Scoring.OFF;
    Score score = off ? null : News2.score(values, plan.spo2Scale());
    return new Assessment(
        score, off ? NotScored.SCORING_OFF : null, timeliness, flags, planRevision);
  }

  private Fact add(String type, long minute, Object event) {
    long place = facts.size();
    Fact fact = new Fact(100 + place, place, minute(minute), type, "nurse-7", event);
    facts.add(fact);
    return fact;
  }
}
