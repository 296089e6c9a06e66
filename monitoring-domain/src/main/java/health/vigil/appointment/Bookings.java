package health.vigil.appointment;

import health.vigil.appointment.AppointmentCommand.CancelAppointment;
import health.vigil.appointment.AppointmentCommand.CheckInPatient;
import health.vigil.appointment.AppointmentCommand.ConfirmAppointment;
import health.vigil.appointment.AppointmentCommand.FulfilAppointment;
import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.AppointmentCommand.RescheduleAppointment;
import health.vigil.patient.Patient;
import health.vigil.patient.PatientFile;
import health.vigil.refusal.Refusal;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Leads appointments through their life. An appointment and the calendars it touches change in one
 * append, all or nothing. Locked are the patient, then the appointment, then the calendars by id.
 */
final class Bookings {
  @CommandHandler
  void handle(
      RequestAppointment command,
      Repository<Appointment> appointments,
      Repository<Calendar> calendars,
      Repository<Patient> patients)
      throws Exception {
    BookingText.check(command);
    SlotRule.check(command.start(), command.end(), command.at());
    Slot slot = Slot.of(command.start(), command.end(), command.zone());
    new PatientFile(patients).look(command.patientId());
    Aggregate<Appointment> appointment =
        appointments.loadOrCreate(command.appointmentId().value(), Appointment::new);
    appointment.execute(asked -> asked.request(command, slot));
    new Diary(calendars).book(appointment.invoke(Appointment::booking), command.at());
  }

  @CommandHandler
  void handle(ConfirmAppointment command, Repository<Appointment> appointments) {
    change(command, appointments, appointment -> appointment.confirm(command.at()));
  }

  @CommandHandler
  void handle(CheckInPatient command, Repository<Appointment> appointments) {
    change(command, appointments, appointment -> appointment.checkIn(command.at()));
  }

  @CommandHandler
  void handle(FulfilAppointment command, Repository<Appointment> appointments) {
    change(command, appointments, appointment -> appointment.fulfil(command.at()));
  }

  @CommandHandler
  void handle(
      RescheduleAppointment command,
      Repository<Appointment> appointments,
      Repository<Calendar> calendars)
      throws Exception {
    SlotRule.check(command.start(), command.end(), command.at());
    Slot slot = Slot.of(command.start(), command.end(), command.zone());
    Aggregate<Appointment> appointment = load(command, appointments);
    Booking before = appointment.invoke(Appointment::booking);
    appointment.execute(moved -> moved.reschedule(slot, command.at()));
    new Diary(calendars).move(before, slot, command.at());
  }

  @CommandHandler
  void handle(
      CancelAppointment command,
      Repository<Appointment> appointments,
      Repository<Calendar> calendars)
      throws Exception {
    BookingText.check(command);
    Aggregate<Appointment> appointment = load(command, appointments);
    appointment.execute(cancelled -> cancelled.cancel(command.reason(), command.at()));
    new Diary(calendars).free(appointment.invoke(Appointment::booking), command.at());
  }

  @CommandHandler
  void handle(MarkNoShow command, Repository<Appointment> appointments) {
    change(
        command,
        appointments,
        appointment -> appointment.markNoShow(command.missedStart(), command.at()));
  }

  private static void change(
      AppointmentCommand command,
      Repository<Appointment> appointments,
      Consumer<Appointment> change) {
    load(command, appointments).execute(change);
  }

  private static Aggregate<Appointment> load(
      AppointmentCommand command, Repository<Appointment> appointments) {
    try {
      return appointments.load(command.appointmentId().value());
    } catch (AggregateNotFoundException unknown) {
      Refusal refusal = Refusal.notFound("appointment");
      refusal.initCause(unknown);
      throw refusal;
    }
  }
}
