package health.vigil.patient;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

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
}
