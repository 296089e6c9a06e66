package health.vigil.projection.appointment;

import health.vigil.appointment.AppointmentId;

/** Asks for one appointment, answered with a {@link DayListEntry} or nothing. */
public record FindAppointment(AppointmentId appointmentId) {}
