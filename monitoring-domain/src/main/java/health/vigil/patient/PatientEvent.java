package health.vigil.patient;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The facts of a patient's stream. */
public sealed interface PatientEvent extends ConcernsPatient {
  Instant at();

  @JsonTypeName("PatientRegistered")
  @Revision("1")
  record PatientRegistered(
      PatientId patientId, MrnClaimId mrnClaimId, Demographics demographics, Instant at)
      implements PatientEvent {}

  @JsonTypeName("UnidentifiedPatientRegistered")
  @Revision("1")
  record UnidentifiedPatientRegistered(
      PatientId patientId, @PersonalData String temporaryLabel, Instant at)
      implements PatientEvent {
    @Override
    public String toString() {
      return "UnidentifiedPatientRegistered[patientId=" + patientId + ", at=" + at + "]";
    }
  }

  @JsonTypeName("PatientIdentified")
  @Revision("1")
  record PatientIdentified(
      PatientId patientId, MrnClaimId mrnClaimId, Demographics demographics, Instant at)
      implements PatientEvent {}

  /** From here on the patient is in this stay and can not be admitted to another. */
  @JsonTypeName("StayOpened")
  @Revision("1")
  record StayOpened(PatientId patientId, StayId stayId, Instant at) implements PatientEvent {}

  @JsonTypeName("StayClosed")
  @Revision("1")
  record StayClosed(PatientId patientId, StayId stayId, Instant at) implements PatientEvent {}

  /**
   * The first of two people asks for the erasure.
   *
   * @param reference of a letter or a decision; it is erased with the patient
   * @param expiresAt from then on it is as if nobody had asked
   */
  @JsonTypeName("ErasureRequested")
  @Revision("1")
  record ErasureRequested(
      PatientId patientId,
      ErasureReason reason,
      @PersonalData @Nullable String reference,
      String requestedBy,
      Instant expiresAt,
      Instant at)
      implements PatientEvent {
    @Override
    public String toString() {
      return "ErasureRequested[patientId=" + patientId + ", reason=" + reason + ", at=" + at + "]";
    }
  }

  @JsonTypeName("ErasureWithdrawn")
  @Revision("1")
  record ErasureWithdrawn(PatientId patientId, String withdrawnBy, Instant at)
      implements PatientEvent {}

  /** From here on nobody can tell who the patient was: the key to it is destroyed. */
  @JsonTypeName("PatientErased")
  @Revision("1")
  record PatientErased(
      PatientId patientId, ErasureReason reason, String requestedBy, String confirmedBy, Instant at)
      implements PatientEvent {}
}
