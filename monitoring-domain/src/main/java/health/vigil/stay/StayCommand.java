package health.vigil.stay;

import health.vigil.patient.PatientId;
import health.vigil.ward.BedId;
import java.time.Instant;

/** What can be asked of a patient's stay; each addresses the patient's present stay. */
public sealed interface StayCommand {
  PatientId patientId();

  /**
   * Refused as a conflict {@code bed-taken} or {@code already-admitted}.
   *
   * @param admittedAt when the stay began, not after {@code at}
   */
  record AdmitPatient(PatientId patientId, StayId stayId, BedId bed, Instant admittedAt, Instant at)
      implements StayCommand {}

  /** Refused as a conflict {@code bed-taken} or {@code not-admitted}. */
  record TransferPatient(PatientId patientId, BedId to, Instant at) implements StayCommand {}

  /** Two patients change beds in one step. */
  record SwapBeds(PatientId patientId, PatientId otherPatientId, Instant at)
      implements StayCommand {}

  /** No observation is due until {@code until}, which lies after {@code at}. */
  record PauseStay(PatientId patientId, PauseReason reason, Instant until, Instant at)
      implements StayCommand {}

  record DischargePatient(PatientId patientId, Instant at) implements StayCommand {}
}
