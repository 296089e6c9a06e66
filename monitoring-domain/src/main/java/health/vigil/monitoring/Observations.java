package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordReading;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringCommand.SetMonitoringPlan;
import health.vigil.patient.Patient;
import health.vigil.patient.PatientFile;
import health.vigil.patient.PatientId;
import health.vigil.patient.PatientSummary;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Takes plans and observation sets to the stream they belong to: that of the present stay, or the
 * chart outside stays. Patients are locked before monitorings, each in the order of their ids.
 */
final class Observations {
  /** Answers the new revision of the plan. */
  @CommandHandler
  long handle(
      SetMonitoringPlan command,
      Repository<Patient> patients,
      Repository<Monitoring> monitorings,
      MonitoringRules rules) {
    PlanRules.check(command.plan(), rules);
    PatientSummary patient = new PatientFile(patients).look(command.patientId());
    return new MonitoringFile(monitorings, rules)
        .ofStay(patient.requireStay())
        .invoke(monitoring -> monitoring.set(command, rules));
  }

  @CommandHandler
  AssessedSet handle(
      RecordVitalSigns command,
      Repository<Patient> patients,
      Repository<Monitoring> monitorings,
      MonitoringRules rules) {
    PatientSummary patient = new PatientFile(patients).look(command.patientId());
    return record(
        new RecordReading(command, null), patient, new MonitoringFile(monitorings, rules), rules);
  }

  @CommandHandler
  AssessedSet handle(
      RecordReading command,
      Repository<Patient> patients,
      Repository<Monitoring> monitorings,
      MonitoringRules rules) {
    PatientSummary patient = new PatientFile(patients).look(command.patientId());
    return record(command, patient, new MonitoringFile(monitorings, rules), rules);
  }

  @CommandHandler
  AssessedSet handle(
      CorrectObservation command,
      Repository<Patient> patients,
      Repository<Monitoring> monitorings,
      ObservationLog log,
      MonitoringRules rules) {
    Reasons.require(command.reason());
    PatientSummary patient = new PatientFile(patients).look(command.patientId());
    MeasurementTime.check(command.measuredAt(), patient.birthDate(), command.at(), rules);
    RecordedObservation original = find(command.observationId(), command.patientId(), log);
    AgeGroup age = AgeGroup.of(patient.birthDate(), command.measuredAt(), rules);
    return new MonitoringFile(monitorings, rules)
        .load(original.monitoringId())
        .invoke(monitoring -> monitoring.correct(command, age, rules));
  }

  /** A set moved to the right patient is recorded there in the same append. */
  @CommandHandler
  void handle(
      RetractObservation command,
      Repository<Patient> patients,
      Repository<Monitoring> monitorings,
      ObservationLog log,
      MonitoringRules rules) {
    RetractionRules.check(command);
    PatientFile files = new PatientFile(patients);
    MonitoringFile sets = new MonitoringFile(monitorings, rules);
    lockSorted(command, files);
    RecordedObservation original = find(command.observationId(), command.patientId(), log);
    if (command.movedTo() == null || command.movedAs() == null) {
      retract(command, original, sets, rules);
      return;
    }
    RecordVitalSigns moved =
        new RecordVitalSigns(
            command.movedTo(),
            command.movedAs(),
            original.values(),
            original.measuredAt(),
            original.messageId(),
            original.device(),
            null,
            command.at());
    PatientSummary right = files.look(command.movedTo());
    if (streamOf(moved, right).value().compareTo(original.monitoringId().value()) < 0) {
      record(new RecordReading(moved, null), right, sets, rules);
      retract(command, original, sets, rules);
    } else {
      retract(command, original, sets, rules);
      record(new RecordReading(moved, null), right, sets, rules);
    }
  }

  private static AssessedSet record(
      RecordReading reading, PatientSummary patient, MonitoringFile sets, MonitoringRules rules) {
    RecordVitalSigns command = reading.set();
    MeasurementTime.check(command.measuredAt(), patient.birthDate(), command.at(), rules);
    AgeGroup age = AgeGroup.of(patient.birthDate(), command.measuredAt(), rules);
    return streamFor(command, patient, sets).invoke(found -> found.record(reading, age, rules));
  }

  static Aggregate<Monitoring> streamFor(
      RecordVitalSigns command, PatientSummary patient, MonitoringFile sets) {
    StayId stay = patient.currentStay();
    return stay == null ? sets.outsideStays(command.patientId(), command.at()) : sets.ofStay(stay);
  }

  private static void retract(
      RetractObservation command,
      RecordedObservation original,
      MonitoringFile sets,
      MonitoringRules rules) {
    sets.load(original.monitoringId()).execute(found -> found.retract(command, rules));
  }

  static MonitoringId streamOf(RecordVitalSigns command, PatientSummary patient) {
    StayId stay = patient.currentStay();
    return stay == null ? MonitoringId.outsideStays(command.patientId()) : MonitoringId.of(stay);
  }

  private static void lockSorted(RetractObservation command, PatientFile files) {
    Stream.of(command.patientId(), command.movedTo())
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(PatientId::value))
        .forEach(files::look);
  }

  /**
   * @throws Refusal as not found when this patient has no such set, as a conflict {@code
   *     already-retracted} when it is retracted
   */
  static RecordedObservation find(ObservationId id, PatientId patient, ObservationLog log) {
    RecordedObservation found =
        log.find(id)
            .filter(observation -> observation.patientId().equals(patient))
            .orElseThrow(() -> Refusal.notFound("observation"));
    if (found.retracted()) {
      throw Retracted.alreadyRetracted();
    }
    return found;
  }
}
