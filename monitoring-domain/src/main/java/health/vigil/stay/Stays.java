package health.vigil.stay;

import health.vigil.monitoring.Monitoring;
import health.vigil.monitoring.MonitoringFile;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.patient.Patient;
import health.vigil.patient.PatientFile;
import health.vigil.stay.StayCommand.AdmitPatient;
import health.vigil.stay.StayCommand.DischargePatient;
import health.vigil.stay.StayCommand.PauseStay;
import health.vigil.stay.StayCommand.SwapBeds;
import health.vigil.stay.StayCommand.TransferPatient;
import health.vigil.ward.Bed;
import health.vigil.ward.BedFile;
import health.vigil.ward.BedFile.Occupant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Admits, moves, pauses and discharges. Patient, stay, beds and monitoring change in one append:
 * all or nothing.
 *
 * <p>They are locked in this order, so that no two commands wait for each other: patients by id,
 * each with their stay; beds by id; each patient's monitoring. A stay and its monitoring are only
 * reached under the lock of their patient.
 */
final class Stays {
  @CommandHandler
  StayId handle(
      AdmitPatient command,
      Repository<Patient> patients,
      Repository<Stay> stays,
      Repository<Bed> beds,
      Repository<Monitoring> monitorings,
      MonitoringRules rules)
      throws Exception {
    StayRules.check(command);
    StayId stay = command.stayId();
    Occupant occupant = new Occupant(stay, command.patientId());
    new PatientFile(patients).openStay(command.patientId(), stay, command.at());
    stays.loadOrCreate(stay.value(), Stay::new).execute(opened -> opened.admit(command));
    new BedFile(beds).occupy(command.bed(), occupant, command.at());
    new MonitoringFile(monitorings, rules)
        .start(
            MonitoringId.of(stay),
            command.patientId(),
            stay,
            command.bed(),
            command.admittedAt(),
            command.at());
    return stay;
  }

  /** To the bed that the patient lies in already: nothing happens. */
  @CommandHandler
  void handle(
      TransferPatient command,
      Repository<Patient> patients,
      Repository<Stay> stays,
      Repository<Bed> beds,
      Repository<Monitoring> monitorings,
      MonitoringRules rules) {
    PresentStay present = PresentStay.of(command.patientId(), patients, stays);
    if (present.bed().equals(command.to())) {
      return;
    }
    present.aggregate().execute(stay -> stay.transfer(command.to(), command.at()));
    new BedFile(beds).move(present.occupant(), present.bed(), command.to(), command.at());
    new MonitoringFile(monitorings, rules).move(present.stay(), command.to(), command.at());
  }

  @CommandHandler
  void handle(
      SwapBeds command,
      Repository<Patient> patients,
      Repository<Stay> stays,
      Repository<Bed> beds,
      Repository<Monitoring> monitorings,
      MonitoringRules rules) {
    StayRules.check(command);
    List<PresentStay> both =
        PresentStay.ofBoth(command.patientId(), command.otherPatientId(), patients, stays);
    PresentStay one = both.get(0);
    PresentStay other = both.get(1);
    one.aggregate().execute(stay -> stay.transfer(other.bed(), command.at()));
    other.aggregate().execute(stay -> stay.transfer(one.bed(), command.at()));
    new BedFile(beds).swap(one.bed(), one.occupant(), other.bed(), other.occupant(), command.at());
    MonitoringFile monitoring = new MonitoringFile(monitorings, rules);
    monitoring.move(one.stay(), other.bed(), command.at());
    monitoring.move(other.stay(), one.bed(), command.at());
  }

  /** A pause takes the place of an earlier one. */
  @CommandHandler
  void handle(PauseStay command, Repository<Patient> patients, Repository<Stay> stays) {
    StayRules.check(command);
    PresentStay.of(command.patientId(), patients, stays)
        .aggregate()
        .execute(stay -> stay.pause(command.reason(), command.until(), command.at()));
  }

  /** Ends a pause too: nothing is due after discharge. */
  @CommandHandler
  void handle(
      DischargePatient command,
      Repository<Patient> patients,
      Repository<Stay> stays,
      Repository<Bed> beds,
      Repository<Monitoring> monitorings,
      MonitoringRules rules) {
    PresentStay present = PresentStay.of(command.patientId(), patients, stays);
    new PatientFile(patients).closeStay(command.patientId(), command.at());
    present.aggregate().execute(stay -> stay.discharge(command.at()));
    new BedFile(beds).vacate(present.bed(), present.occupant(), command.at());
    new MonitoringFile(monitorings, rules).stop(present.stay(), command.at());
  }
}
