package health.vigil.patient;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

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
}
