package health.vigil.projection.testlog;

import health.vigil.alert.AlertEnd;
import health.vigil.monitoring.BreachEnd;
import health.vigil.monitoring.BreachRule;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.patient.PatientEvent.StayClosed;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.PatientTransferred;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.stay.StayId;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import health.vigil.ward.BedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Patients come, change beds, are away for a while, and go. */
final class Movements {
  private final World world;
  private final Alarms alarms;

  Movements(World world, Alarms alarms) {
    this.world = world;
    this.alarms = alarms;
  }

  void admit() {
    World.Person person = world.somebodyAtHome();
    BedId bed = world.freeBed();
    if (person == null || bed == null) {
      return;
    }
    Instant at = world.now();
    Instant since = at.minus(world.chance.between(Duration.ZERO, Duration.ofMinutes(20)));
    InHospital stay = new InHospital(new StayId(world.chance.uuid()), person, bed, since);
    stay.severity = world.chance.upTo(3);
    person.admitted = true;
    world.stays.add(stay);
    world.log.append(
        at,
        new StayOpened(person.id, stay.stay, at),
        new PatientAdmitted(stay.stay, person.id, bed, since, at),
        new BedOccupied(bed, stay.stay, person.id, at),
        new MonitoringStarted(
            stay.monitoring(), person.id, stay.stay, bed, since, stay.firstDue(), at));
  }

  void transfer() {
    InHospital stay = world.someStay();
    BedId to = world.freeBed();
    if (stay != null && to != null) {
      Instant at = world.now();
      BedId from = stay.bed;
      stay.bed = to;
      world.log.append(
          at,
          transferred(stay, from, to),
          new BedVacated(from, stay.stay, stay.patient(), at),
          new BedOccupied(to, stay.stay, stay.patient(), at),
          monitoringMoved(stay, from, to));
      alarms.move(stay, from);
    }
  }

  /** Each bed is left by one and taken by the other, first one bed, then the other. */
  void swap() {
    InHospital one = world.someStay();
    InHospital other = world.someStay();
    if (one == null || other == null || one == other) {
      return;
    }
    Instant at = world.now();
    BedId first = one.bed;
    BedId second = other.bed;
    one.bed = second;
    other.bed = first;
    world.log.append(
        at,
        transferred(one, first, second),
        transferred(other, second, first),
        new BedVacated(first, one.stay, one.patient(), at),
        new BedOccupied(first, other.stay, other.patient(), at),
        new BedVacated(second, other.stay, other.patient(), at),
        new BedOccupied(second, one.stay, one.patient(), at),
        monitoringMoved(one, first, second),
        monitoringMoved(other, second, first));
    alarms.move(one, first);
    alarms.move(other, second);
  }

  void pause() {
    InHospital stay = world.someStay();
    if (stay != null) {
      PauseReason reason = world.chance.oneOf(List.of(PauseReason.values()));
      Instant until =
          world.now().plus(world.chance.between(Duration.ofMinutes(10), Duration.ofHours(5)));
      world.log.append(
          world.now(),
          new StayPaused(stay.stay, stay.patient(), stay.bed, reason, until, world.now()));
    }
  }

  void discharge() {
    InHospital stay = world.someStay();
    if (stay == null || world.stays.size() < 12) {
      return;
    }
    Instant at = world.now();
    world.stays.remove(stay);
    stay.person.admitted = false;
    List<Object> facts = new ArrayList<>();
    facts.add(new StayClosed(stay.patient(), stay.stay, at));
    facts.add(new PatientDischarged(stay.stay, stay.patient(), stay.bed, at));
    facts.add(new BedVacated(stay.bed, stay.stay, stay.patient(), at));
    if (stay.breach != null) {
      facts.add(
          new BreachEnded(
              stay.monitoring(),
              stay.patient(),
              stay.stay,
              stay.bed,
              BreachRule.NEWS2,
              stay.episode,
              BreachEnd.STAY_ENDED,
              null,
              at));
    }
    facts.add(new MonitoringStopped(stay.monitoring(), stay.patient(), stay.stay, stay.bed, at));
    world.log.append(at, facts);
    alarms.endAll(stay, AlertEnd.STAY_ENDED);
  }

  private PatientTransferred transferred(InHospital stay, BedId from, BedId to) {
    return new PatientTransferred(stay.stay, stay.patient(), from, to, world.now());
  }

  private MonitoringMoved monitoringMoved(InHospital stay, BedId from, BedId to) {
    return new MonitoringMoved(stay.monitoring(), stay.patient(), stay.stay, from, to, world.now());
  }
}
