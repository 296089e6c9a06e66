package health.vigil.app.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.access.AboutPatient;
import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.AppointmentStatus;
import health.vigil.appointment.PractitionerId;
import health.vigil.patient.PatientId;
import health.vigil.projection.appointment.DayListEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An appointment as it stands. */
@Schema(name = "Appointment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentAnswer(
    AppointmentId appointmentId,
    PatientId patientId,
    PractitionerId practitionerId,
    Instant start,
    Instant end,
    AppointmentStatus status,
    @Nullable String service)
    implements AboutPatient {
  static AppointmentAnswer of(DayListEntry entry) {
    return new AppointmentAnswer(
        entry.appointmentId(),
        entry.patientId(),
        entry.practitionerId(),
        entry.start(),
        entry.end(),
        entry.status(),
        entry.service());
  }
}
