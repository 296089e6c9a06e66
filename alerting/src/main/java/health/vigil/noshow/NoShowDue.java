package health.vigil.noshow;

import health.vigil.appointment.AppointmentId;
import java.time.Instant;

/**
 * What the deadline of a no-show carries.
 *
 * @param start when the appointment was to start, as the deadline was set
 * @param dueAt when the grace time ends
 */
public record NoShowDue(AppointmentId appointmentId, Instant start, Instant dueAt) {}
