package health.vigil.appointment;

import health.vigil.appointment.AppointmentCommand.CancelAppointment;
import health.vigil.appointment.AppointmentCommand.CheckInPatient;
import health.vigil.appointment.AppointmentCommand.ConfirmAppointment;
import health.vigil.appointment.AppointmentCommand.FulfilAppointment;
import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.AppointmentCommand.RescheduleAppointment;
import health.vigil.fixture.DomainFixture;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clinic in Berlin on a day in winter, with two patients and two practitioners. */
final class Clinic {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
  static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
  static final Duration HALF_HOUR = Duration.ofMinutes(30);

  static final PatientId ADA = new PatientId("3f0e8a3c-1111-4e6b-9d0a-000000000001");
  static final PatientId BEN = new PatientId("3f0e8a3c-1111-4e6b-9d0a-000000000002");
  static final PractitionerId DR_YU = new PractitionerId("dr-yu");
  static final PractitionerId DR_OZ = new PractitionerId("dr-oz");
  static final AppointmentId FIRST = new AppointmentId("0c1d0d8e-2222-4e6b-9d0a-000000000001");
  static final AppointmentId SECOND = new AppointmentId("0c1d0d8e-2222-4e6b-9d0a-000000000002");

  private Clinic() {}

  /** The domain, where both patients are known. */
  static DomainFixture open() {
    return DomainFixture.vigil().given(registered(ADA), registered(BEN));
  }

  static UnidentifiedPatientRegistered registered(PatientId patient) {
    return new UnidentifiedPatientRegistered(patient, "Unknown", NOW);
  }

  static Instant nineAnd(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  static Slot slot(Instant start, Instant end) {
    return Slot.of(start, end, ZONE);
  }

  /** Half an hour from nine. */
  static Slot nineToHalfPast() {
    return slot(NINE, nineAnd(30));
  }

  /** Ada asks Dr Yu for half an hour from nine. */
  static RequestAppointment requestFirst() {
    return request(FIRST, ADA, DR_YU, NINE, nineAnd(30));
  }

  static RequestAppointment request(
      AppointmentId id,
      PatientId patient,
      PractitionerId practitioner,
      Instant start,
      Instant end) {
    return new RequestAppointment(
        id, patient, practitioner, start, end, ZONE, "cardiology", "chest pain", NOW);
  }

  static ConfirmAppointment confirm(AppointmentId id) {
    return new ConfirmAppointment(id, NOW);
  }

  static CheckInPatient checkIn(AppointmentId id) {
    return new CheckInPatient(id, NINE);
  }

  static FulfilAppointment fulfil(AppointmentId id) {
    return new FulfilAppointment(id, nineAnd(30));
  }

  static RescheduleAppointment reschedule(AppointmentId id, Instant start) {
    return new RescheduleAppointment(id, start, start.plus(HALF_HOUR), ZONE, NOW);
  }

  static CancelAppointment cancel(AppointmentId id) {
    return new CancelAppointment(id, "has the flu", NOW);
  }

  static MarkNoShow noShow(AppointmentId id) {
    return new MarkNoShow(id, null, nineAnd(15));
  }
}
