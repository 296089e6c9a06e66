package health.vigil.projection.appointment;

import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.AppointmentStatus;
import health.vigil.appointment.PractitionerId;
import health.vigil.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it stands.
 *
 * @param end where it ends; it does not belong to it
 * @param service null when not said
 */
public record DayListEntry(
    AppointmentId appointmentId,
    PatientId patientId,
    PractitionerId practitionerId,
    Instant start,
    Instant end,
    AppointmentStatus status,
    @Nullable String service) {}
