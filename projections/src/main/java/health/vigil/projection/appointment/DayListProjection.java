package health.vigil.projection.appointment;

import health.vigil.appointment.AppointmentEvent;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.appointment.AppointmentStatus;
import health.vigil.projection.Progress;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps the day lists. The free text of requests and cancellations stays in the log. */
@ProcessingGroup(DayListProjection.GROUP)
class DayListProjection {
  static final String GROUP = "day-list";

  @EventHandler
  void on(AppointmentRequested event, TrackingToken token) {
    ListedAppointment listed = ListedAppointment.begin(event);
    listed.position = Progress.reached(GROUP, token);
    listed.persist();
  }

  @EventHandler
  void on(AppointmentConfirmed event, TrackingToken token) {
    become(AppointmentStatus.BOOKED, event, token);
  }

  @EventHandler
  void on(PatientCheckedIn event, TrackingToken token) {
    become(AppointmentStatus.CHECKED_IN, event, token);
  }

  @EventHandler
  void on(AppointmentFulfilled event, TrackingToken token) {
    become(AppointmentStatus.FULFILLED, event, token);
  }

  @EventHandler
  void on(AppointmentRescheduled event, TrackingToken token) {
    change(event, token, listed -> listed.take(event.slot()));
  }

  @EventHandler
  void on(AppointmentCancelled event, TrackingToken token) {
    become(AppointmentStatus.CANCELLED, event, token);
  }

  @EventHandler
  void on(NoShowMarked event, TrackingToken token) {
    become(AppointmentStatus.NOSHOW, event, token);
  }

  private static void become(
      AppointmentStatus status, AppointmentEvent event, TrackingToken token) {
    change(event, token, listed -> listed.status = status);
  }

  private static void change(
      AppointmentEvent event, TrackingToken token, Consumer<ListedAppointment> change) {
    long position = Progress.reached(GROUP, token);
    ListedAppointment listed = ListedAppointment.find(event.appointmentId());
    if (listed != null) {
      listed.position = position;
      change.accept(listed);
    }
  }
}
