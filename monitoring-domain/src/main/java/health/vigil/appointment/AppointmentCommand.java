package health.vigil.appointment;

import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an appointment. All but the request are refused as not found for an unknown
 * appointment, and as a conflict {@code wrong-state} when its status does not allow the step; the
 * details then name the {@code state} and those {@code allowed}.
 */
public sealed interface AppointmentCommand {
  @TargetAggregateIdentifier
  AppointmentId appointmentId();

  Instant at();

  /**
   * Asks for a time and holds it. Refused as not found for an unknown patient, as invalid when the
   * time breaks a rule, and as a conflict {@code slot-taken} when practitioner or patient have
   * another appointment that overlaps; the details then name the {@code resource}, the {@code
   * field}, and {@code start} and {@code end} of what is in the way.
   *
   * @param zone the hospital's time zone, the same for every command of a hospital
   * @param service what kind of appointment, a word of the hospital's own; null when not said
   * @param reason why, in free text; null when not said
   */
  record RequestAppointment(
      AppointmentId appointmentId,
      PatientId patientId,
      PractitionerId practitionerId,
      Instant start,
      Instant end,
      ZoneId zone,
      @Nullable String service,
      @PersonalData @Nullable String reason,
      Instant at)
      implements AppointmentCommand {
    @Override
    public String toString() {
      return "RequestAppointment[" + appointmentId + ", " + start + ", " + end + "]";
    }
  }

  record ConfirmAppointment(AppointmentId appointmentId, Instant at)
      implements AppointmentCommand {}

  /** The patient has come. */
  record CheckInPatient(AppointmentId appointmentId, Instant at) implements AppointmentCommand {}

  record FulfilAppointment(AppointmentId appointmentId, Instant at) implements AppointmentCommand {}

  /** Moves it to another time; the status stays. Refused as the request is. */
  record RescheduleAppointment(
      AppointmentId appointmentId, Instant start, Instant end, ZoneId zone, Instant at)
      implements AppointmentCommand {}

  /** Gives its time back. */
  record CancelAppointment(AppointmentId appointmentId, @PersonalData String reason, Instant at)
      implements AppointmentCommand {
    @Override
    public String toString() {
      return "CancelAppointment[" + appointmentId + ", " + at + "]";
    }
  }

  /**
   * Notes that the patient did not come. Refused as a conflict {@code not-started} before the
   * start, and {@code rescheduled} when the appointment no longer starts at {@code missedStart}.
   *
   * @param missedStart the start on which this was decided; null when a person decides
   */
  record MarkNoShow(AppointmentId appointmentId, @Nullable Instant missedStart, Instant at)
      implements AppointmentCommand {
    /** Why it is refused when the start has changed. */
    public static final String RESCHEDULED = "rescheduled";
  }
}
