package health.vigil.appointment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One appointment from request to its end; {@link Bookings} keeps the calendars in step. */
@AggregateRoot
final class Appointment {
  @AggregateIdentifier private AppointmentId id;
  private PatientId patient;
  private PractitionerId practitioner;
  private Slot slot;
  private AppointmentStatus status;

  @SuppressWarnings("NullAway.Init") // known from the first event on
  Appointment() {}

  void request(RequestAppointment command, Slot asked) {
    if (id != null) {
      throw Refusal.conflict("already-requested", "The appointment is requested already.");
    }
    apply(
        new AppointmentRequested(
            command.appointmentId(),
            command.patientId(),
            command.practitionerId(),
            asked,
            command.service(),
            command.reason(),
            command.at()));
  }

  void confirm(Instant at) {
    Step.CONFIRM.require(status);
    apply(new AppointmentConfirmed(id, patient, slot, at));
  }

  void checkIn(Instant at) {
    Step.CHECK_IN.require(status);
    apply(new PatientCheckedIn(id, patient, at));
  }

  void fulfil(Instant at) {
    Step.FULFIL.require(status);
    apply(new AppointmentFulfilled(id, patient, at));
  }

  void reschedule(Slot to, Instant at) {
    Step.RESCHEDULE.require(status);
    apply(new AppointmentRescheduled(id, patient, slot, to, at));
  }

  void cancel(String reason, Instant at) {
    Step.CANCEL.require(status);
    apply(new AppointmentCancelled(id, patient, reason, at));
  }

  void markNoShow(@Nullable Instant missedStart, Instant at) {
    Step.MARK_NO_SHOW.require(status);
    if (missedStart != null && !missedStart.equals(slot.start())) {
      throw Refusal.conflict(MarkNoShow.RESCHEDULED, "The appointment was moved to another time.");
    }
    if (at.isBefore(slot.start())) {
      throw Refusal.conflict("not-started", "The appointment has not started yet.");
    }
    apply(new NoShowMarked(id, patient, at));
  }

  @EventSourcingHandler
  void on(AppointmentRequested event) {
    id = event.appointmentId();
    patient = event.patientId();
    practitioner = event.practitionerId();
    slot = event.slot();
    status = AppointmentStatus.PENDING;
  }

  @EventSourcingHandler
  void on(AppointmentConfirmed event) {
    status = AppointmentStatus.BOOKED;
  }

  @EventSourcingHandler
  void on(PatientCheckedIn event) {
    status = AppointmentStatus.CHECKED_IN;
  }

  @EventSourcingHandler
  void on(AppointmentFulfilled event) {
    status = AppointmentStatus.FULFILLED;
  }

  @EventSourcingHandler
  void on(AppointmentRescheduled event) {
    slot = event.slot();
  }

  @EventSourcingHandler
  void on(AppointmentCancelled event) {
    status = AppointmentStatus.CANCELLED;
  }

  @EventSourcingHandler
  void on(NoShowMarked event) {
    status = AppointmentStatus.NOSHOW;
  }

  Booking booking() {
    return new Booking(id, patient, practitioner, slot);
  }
}
