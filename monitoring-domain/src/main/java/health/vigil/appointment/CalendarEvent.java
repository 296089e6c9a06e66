package health.vigil.appointment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The facts of a calendar's stream; whom they are about, the appointment's own facts say. */
public sealed interface CalendarEvent {
  CalendarId calendarId();

  AppointmentId appointmentId();

  @JsonTypeName("SlotBooked")
  @Revision("1")
  record SlotBooked(CalendarId calendarId, AppointmentId appointmentId, Slot slot, Instant at)
      implements CalendarEvent {}

  @JsonTypeName("SlotFreed")
  @Revision("1")
  record SlotFreed(CalendarId calendarId, AppointmentId appointmentId, Instant at)
      implements CalendarEvent {}
}
