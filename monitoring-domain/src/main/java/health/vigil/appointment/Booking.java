package health.vigil.appointment;

import health.vigil.patient.PatientId;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an appointment takes of whose time. */
record Booking(
    AppointmentId appointment, PatientId patient, PractitionerId practitioner, Slot slot) {
  /** The same appointment at another time. */
  Booking at(Slot other) {
    return new Booking(appointment, patient, practitioner, other);
  }

  /** The calendars it stands in, in the order of locking. */
  SortedSet<CalendarId> calendars() {
    SortedSet<CalendarId> calendars = new TreeSet<>();
    slot.days()
        .forEach(
            day -> {
              calendars.add(CalendarId.of(patient, day));
              calendars.add(CalendarId.of(practitioner, day));
            });
    return calendars;
  }
}
