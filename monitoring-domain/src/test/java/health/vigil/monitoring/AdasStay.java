package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;

import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringCommand.SetMonitoringPlan;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import java.time.Instant;

/** Ada's stay, which began at nine, and what can happen in it; times are those of that day. */
final class AdasStay {
  static final MonitoringId MONITORING = MonitoringId.of(Stays.ADAS_STAY);

  private final DomainFixture vigil = DomainFixture.vigil();

  /** Ada is registered and lies in a bed. */
  static AdasStay begun() {
    AdasStay stay = registered();
    stay.vigil.givenCommands(Stays.admit(ADA, Stays.ADAS_STAY, Stays.NORTH_1));
    return stay;
  }

  /** Ada is registered, and in no stay. */
  static AdasStay registered() {
    AdasStay stay = new AdasStay();
    stay.vigil.givenCommands(Patients.register(ADA, Patients.ada()));
    return stay;
  }

  private AdasStay() {}

  DomainFixture vigil() {
    return vigil;
  }

  /** A time of the day, such as {@code 09:30}. */
  static Instant at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z");
  }

  static ObservationId set(String name) {
    return new ObservationId(name);
  }

  /** A set that arrives as soon as it is measured. */
  Outcome measured(String name, VitalSigns values, String time) {
    return arrives(name, values, time, time);
  }

  Outcome arrives(String name, VitalSigns values, String measuredAt, String receivedAt) {
    return vigil.when(record(ADA, name, values, at(measuredAt), at(receivedAt)));
  }

  static RecordVitalSigns record(
      PatientId patient, String name, VitalSigns values, Instant measuredAt, Instant receivedAt) {
    return new RecordVitalSigns(
        patient, set(name), values, measuredAt, null, null, null, receivedAt);
  }

  Outcome corrected(String name, VitalSigns values, String measuredAt, String time) {
    return vigil.when(
        new CorrectObservation(ADA, set(name), values, at(measuredAt), "typed wrong", at(time)));
  }

  Outcome retracted(String name, String time) {
    return vigil.when(
        new RetractObservation(ADA, set(name), "another patient's", null, null, at(time)));
  }

  Outcome planned(MonitoringPlan plan, long expectedRevision, String time) {
    return vigil.when(new SetMonitoringPlan(ADA, plan, expectedRevision, at(time)));
  }
}
