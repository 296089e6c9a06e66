package health.vigil.appointment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.patient.PersonalData;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The facts of an appointment's stream. */
public sealed interface AppointmentEvent extends ConcernsPatient {
  AppointmentId appointmentId();

  Instant at();

  /**
   * The time is held for the patient from here on.
   *
   * @param service null when not said
   * @param reason null when not said
   */
  @JsonTypeName("AppointmentRequested")
  @Revision("1")
  record AppointmentRequested(
      AppointmentId appointmentId,
      PatientId patientId,
      PractitionerId practitionerId,
      Slot slot,
      @Nullable String service,
      @PersonalData @Nullable String reason,
      Instant at)
      implements AppointmentEvent {
    @Override
    public String toString() {
      return "AppointmentRequested[" + appointmentId + ", " + slot + "]";
    }
  }

  /** The patient is expected at the slot's start. */
  @JsonTypeName("AppointmentConfirmed")
  @Revision("1")
  record AppointmentConfirmed(
      AppointmentId appointmentId, PatientId patientId, Slot slot, Instant at)
      implements AppointmentEvent {}

  @JsonTypeName("PatientCheckedIn")
  @Revision("1")
  record PatientCheckedIn(AppointmentId appointmentId, PatientId patientId, Instant at)
      implements AppointmentEvent {}

  @JsonTypeName("AppointmentFulfilled")
  @Revision("1")
  record AppointmentFulfilled(AppointmentId appointmentId, PatientId patientId, Instant at)
      implements AppointmentEvent {}

  /** The status stays what it was. */
  @JsonTypeName("AppointmentRescheduled")
  @Revision("1")
  record AppointmentRescheduled(
      AppointmentId appointmentId, PatientId patientId, Slot from, Slot slot, Instant at)
      implements AppointmentEvent {}

  @JsonTypeName("AppointmentCancelled")
  @Revision("1")
  record AppointmentCancelled(
      AppointmentId appointmentId, PatientId patientId, @PersonalData String reason, Instant at)
      implements AppointmentEvent {
    @Override
    public String toString() {
      return "AppointmentCancelled[" + appointmentId + ", " + at + "]";
    }
  }

  @JsonTypeName("NoShowMarked")
  @Revision("1")
  record NoShowMarked(AppointmentId appointmentId, PatientId patientId, Instant at)
      implements AppointmentEvent {}
}
