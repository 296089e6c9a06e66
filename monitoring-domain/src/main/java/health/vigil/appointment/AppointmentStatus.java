package health.vigil.appointment;

/** Where an appointment stands, with the meanings of FHIR's appointment status. */
public enum AppointmentStatus {
  /** Asked for and its time held, but not confirmed. */
  PENDING,
  /** Confirmed; the patient is expected. */
  BOOKED,
  /** The patient is there. */
  CHECKED_IN,
  /** It took place. */
  FULFILLED,
  /** It will not take place; its time is free again. */
  CANCELLED,
  /** The patient did not come; its time is gone. */
  NOSHOW
}
