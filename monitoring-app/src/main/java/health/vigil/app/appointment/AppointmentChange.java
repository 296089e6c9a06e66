package health.vigil.app.appointment;

import health.vigil.appointment.AppointmentId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to whatever changes an appointment. */
@Schema(name = "AppointmentChange")
record AppointmentChange(AppointmentId appointmentId, long position) {}
