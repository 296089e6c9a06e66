package health.vigil.projection.testlog;

import health.vigil.alert.AlertEnd;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.BreachEnd;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.Flag;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
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
import health.vigil.projection.testlog.InHospital.Known;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets are recorded, in time and late, corrected and retracted; plans change how they are read. */
final class Observations {
  private final World world;
  private final Alarms alarms;
  private final Particulars particulars;

  Observations(World world, Alarms alarms) {
    this.world = world;
    this.alarms = alarms;
    this.particulars = new Particulars(world);
  }

  void inTime() {
    record(Duration.ZERO, Timeliness.CURRENT);
  }

  void late() {
    record(world.chance.between(Duration.ofMinutes(5), Duration.ofMinutes(55)), Timeliness.LATE);
  }

  void tooLateToAlert() {
    record(world.chance.between(Duration.ofHours(2), Duration.ofHours(6)), Timeliness.CHARTED_ONLY);
  }

  void outsideAStay() {
    World.Person person = world.somebodyAtHome();
    if (person == null) {
      return;
    }
    Instant at = world.now();
    MonitoringId chart = MonitoringId.outsideStays(person.id);
    List<Object> facts = new ArrayList<>();
    if (!person.charted) {
      person.charted = true;
      facts.add(new MonitoringStarted(chart, person.id, null, null, at, null, at));
    }
    facts.add(outside(chart, person.id, world.chance.vitalSigns(1)));
    world.log.append(at, facts);
  }

  void correct() {
    InHospital stay = world.someStay();
    Known wrong = stay == null ? null : world.chance.of(stay.sets);
    if (stay == null || wrong == null) {
      return;
    }
    VitalSigns values = world.chance.vitalSigns(world.chance.upTo(4));
    Instant measuredAt =
        world.chance.percent(70) ? wrong.measuredAt() : wrong.measuredAt().minusSeconds(300);
    Score score = score(stay, values);
    stay.know(new Known(wrong.id(), values, measuredAt, score));
    Object corrected =
        new ObservationCorrected(
            stay.monitoring(),
            stay.patient(),
            stay.stay,
            stay.bed,
            wrong.id(),
            values,
            measuredAt,
            assessment(stay, score, Timeliness.CURRENT),
            stay.status(),
            "typed into the wrong field",
            world.now());
    appendWithBreach(stay, List.of(corrected), BreachEnd.RETRACTED, wrong.id(), false);
  }

  void retract() {
    InHospital stay = world.someStay();
    Known wrong = stay == null ? null : world.chance.of(stay.sets);
    if (stay == null || wrong == null) {
      return;
    }
    InHospital right = world.chance.percent(30) ? world.someStay() : null;
    boolean moved = right != null && right != stay;
    stay.forget(wrong.id());
    List<Object> facts = new ArrayList<>();
    facts.add(
        new ObservationRetracted(
            stay.monitoring(),
            stay.patient(),
            stay.stay,
            stay.bed,
            wrong.id(),
            moved && right != null ? right.patient() : null,
            stay.status(),
            "another patient's",
            world.now()));
    if (moved && right != null) {
      facts.add(recorded(right, wrong.values(), wrong.measuredAt(), Timeliness.LATE));
    }
    appendWithBreach(stay, facts, BreachEnd.RETRACTED, wrong.id(), false);
  }

  void plan() {
    InHospital stay = world.someStay();
    if (stay == null) {
      return;
    }
    Chance chance = world.chance;
    stay.plan =
        new MonitoringPlan(
            chance.percent(20) ? OxygenSaturationScale.SCALE_2 : OxygenSaturationScale.SCALE_1,
            chance.percent(10) ? Scoring.OFF : Scoring.NEWS2,
            chance.percent(50) ? Duration.ofHours(1 + chance.upTo(5)) : null,
            chance.percent(30)
                ? Map.of(
                    Vital.PULSE, new Limit(BigDecimal.valueOf(45), BigDecimal.valueOf(125)),
                    Vital.TEMPERATURE, new Limit(null, new BigDecimal("38.50")))
                : Map.of(),
            chance.percent(40) ? world.now().plus(Duration.ofDays(2)) : null,
            "known lung disease");
    stay.planRevision++;
    world.log.append(
        world.now(),
        new MonitoringPlanSet(
            stay.monitoring(),
            stay.patient(),
            stay.stay,
            stay.bed,
            stay.plan,
            stay.planRevision,
            stay.status(),
            world.now()));
  }

  private void record(Duration age, Timeliness timeliness) {
    InHospital stay = world.someStay();
    if (stay == null) {
      return;
    }
    drift(stay);
    // Finer than a column keeps: a client may send it.
    Instant measuredAt = world.now().minus(age).minusNanos(world.chance.upTo(2_000));
    if (measuredAt.isBefore(stay.since)) {
      return;
    }
    VitalSignsRecorded recorded =
        recorded(stay, world.chance.vitalSigns(stay.severity), measuredAt, timeliness);
    List<Object> facts = new ArrayList<>(List.of(recorded));
    facts.addAll(particulars.of(recorded));
    appendWithBreach(
        stay, facts, BreachEnd.CLEARED, recorded.observationId(), timeliness != Timeliness.CURRENT);
    if (timeliness == Timeliness.CURRENT) {
      alarms.observed(stay);
    }
  }

  private void drift(InHospital stay) {
    if (world.chance.percent(10)) {
      int step = world.chance.percent(50) ? 1 : -1;
      stay.severity = Math.max(0, Math.min(3, stay.severity + step));
    }
  }

  private VitalSignsRecorded recorded(
      InHospital stay, VitalSigns values, Instant measuredAt, Timeliness timeliness) {
    ObservationId id = new ObservationId(world.chance.uuid());
    Score score = score(stay, values);
    stay.know(new Known(id, values, measuredAt, score));
    boolean device = world.chance.percent(60);
    return new VitalSignsRecorded(
        stay.monitoring(),
        stay.patient(),
        stay.stay,
        stay.bed,
        id,
        values,
        measuredAt,
        device ? "device-7:" + world.log.events() : null,
        device ? "device-7" : null,
        world.chance.percent(5) ? new ExternalScore(world.chance.upTo(20)) : null,
        assessment(stay, score, timeliness),
        stay.status(),
        world.now());
  }

  private VitalSignsRecorded outside(MonitoringId chart, PatientId patient, VitalSigns values) {
    Instant at = world.now();
    return new VitalSignsRecorded(
        chart,
        patient,
        null,
        null,
        new ObservationId(world.chance.uuid()),
        values,
        at.minusSeconds(world.chance.upTo(100_000)),
        null,
        null,
        null,
        new Assessment(null, NotScored.OUTSIDE_STAY, Timeliness.CHARTED_ONLY, Set.of(), 0),
        CurrentStatus.NONE,
        at);
  }

  /** The edge of a breach lies in the append of the set that made it; the alert comes after it. */
  private void appendWithBreach(
      InHospital stay, List<?> facts, BreachEnd end, ObservationId basis, boolean late) {
    Band before = stay.breach;
    Band after = stay.level();
    stay.breach = after;
    List<Object> all = new ArrayList<>(facts);
    Object edge = edge(stay, before, after, end, basis, late);
    if (edge != null) {
      all.add(edge);
    }
    world.log.append(world.now(), all);
    if (edge != null && after != null) {
      alarms.breach(stay, after, basis, late);
    } else if (edge != null) {
      alarms.clear(stay, end == BreachEnd.RETRACTED ? AlertEnd.RETRACTED : AlertEnd.CLEARED);
    }
  }

  private @Nullable Object edge(
      InHospital stay,
      @Nullable Band before,
      @Nullable Band after,
      BreachEnd end,
      ObservationId basis,
      boolean late) {
    Instant at = world.now();
    if (before == after) {
      return null;
    } else if (after == null) {
      return new BreachEnded(
          stay.monitoring(),
          stay.patient(),
          stay.stay,
          stay.bed,
          BreachRule.NEWS2,
          stay.episode,
          end,
          basis,
          at);
    } else if (before == null) {
      return new BreachBegan(
          stay.monitoring(),
          stay.patient(),
          stay.stay,
          stay.bed,
          BreachRule.NEWS2,
          ++stay.episode,
          after,
          basis,
          false,
          List.of(),
          late,
          at,
          at);
    }
    return new BreachLevelChanged(
        stay.monitoring(),
        stay.patient(),
        stay.stay,
        stay.bed,
        BreachRule.NEWS2,
        stay.episode,
        before,
        after,
        basis,
        false,
        List.of(),
        late,
        at,
        at);
  }

  private static @Nullable Score score(InHospital stay, VitalSigns values) {
    return stay.plan.scoring() == Scoring.OFF ? null : News2.score(values, stay.plan.spo2Scale());
  }

  private static Assessment assessment(
      InHospital stay, @Nullable Score score, Timeliness timeliness) {
    return new Assessment(
        score,
        score == null ? NotScored.SCORING_OFF : null,
        timeliness,
        timeliness == Timeliness.CHARTED_ONLY
            ? Set.of(Flag.TOO_LATE_TO_ALERT, Flag.BIRTH_DATE_UNKNOWN)
            : Set.of(),
        stay.planRevision);
  }
}
