package health.vigil.patient;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a patient's identity. */
public sealed interface PatientCommand {
  @TargetAggregateIdentifier
  PatientId patientId();

  /** Refused as a conflict {@code mrn-taken} when another patient holds the number. */
  record RegisterPatient(
      PatientId patientId, MrnClaimId mrnClaimId, Demographics demographics, Instant at)
      implements PatientCommand {}

  /**
   * Registers somebody whose identity is not known yet.
   *
   * @param temporaryLabel what staff call the patient until then, such as "Unknown A 7"
   */
  record RegisterUnidentifiedPatient(
      PatientId patientId, @PersonalData String temporaryLabel, Instant at)
      implements PatientCommand {
    @Override
    public String toString() {
      return "RegisterUnidentifiedPatient[patientId=" + patientId + ", at=" + at + "]";
    }
  }

  /** Refused as a conflict {@code already-identified} or {@code mrn-taken}. */
  record IdentifyPatient(
      PatientId patientId, MrnClaimId mrnClaimId, Demographics demographics, Instant at)
      implements PatientCommand {}

  /**
   * Asks that everything that tells who the patient is be erased. Refused as a conflict {@code
   * still-admitted}, {@code erasure-requested-already} or {@code patient-erased}.
   *
   * @param reference of a letter or a decision; it is erased with the patient
   * @param requestedBy who asks; another person confirms
   */
  record RequestErasure(
      PatientId patientId,
      ErasureReason reason,
      @PersonalData @Nullable String reference,
      String requestedBy,
      Instant at)
      implements PatientCommand {
    @Override
    public String toString() {
      return "RequestErasure[patientId=" + patientId + ", reason=" + reason + ", at=" + at + "]";
    }
  }

  /** Refused as a conflict {@code erasure-not-requested} or {@code patient-erased}. */
  record WithdrawErasure(PatientId patientId, String withdrawnBy, Instant at)
      implements PatientCommand {}

  /**
   * Erases, for good. Refused as a conflict {@code erasure-not-requested} when nobody has asked or
   * the request has expired, {@code second-person-needed}, {@code still-admitted} or {@code
   * patient-erased}.
   */
  record ConfirmErasure(PatientId patientId, String confirmedBy, Instant at)
      implements PatientCommand {}

  /**
   * Says once more that a patient was erased, to a log that was restored from before it: whatever
   * this log knows of the patient, the erasure holds.
   */
  record RestoreErasure(
      PatientId patientId, ErasureReason reason, String requestedBy, String confirmedBy, Instant at)
      implements PatientCommand {}
}
