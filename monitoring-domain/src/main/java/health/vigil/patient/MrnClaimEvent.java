package health.vigil.patient;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The facts of the stream that guards a medical record number. */
public sealed interface MrnClaimEvent extends ConcernsPatient {
  MrnClaimId mrnClaimId();

  @JsonTypeName("MrnClaimed")
  @Revision("1")
  record MrnClaimed(MrnClaimId mrnClaimId, PatientId patientId, Instant at)
      implements MrnClaimEvent {}

  /** The patient is erased; from here on the number may be another's, under another claim. */
  @JsonTypeName("MrnReleased")
  @Revision("1")
  record MrnReleased(MrnClaimId mrnClaimId, PatientId patientId, Instant at)
      implements MrnClaimEvent {}
}
