package health.vigil.stay;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.ward.BedId;
import health.vigil.ward.ConcernsWard;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The facts of a stay's stream. */
public sealed interface StayEvent extends ConcernsPatient, ConcernsWard {
  StayId stayId();

  /** The bed after this fact; the bed left, at discharge. */
  @Override
  BedId bed();

  Instant at();

  @JsonTypeName("PatientAdmitted")
  @Revision("1")
  record PatientAdmitted(
      StayId stayId, PatientId patientId, BedId bed, Instant admittedAt, Instant at)
      implements StayEvent {}

  @JsonTypeName("PatientTransferred")
  @Revision("1")
  record PatientTransferred(StayId stayId, PatientId patientId, BedId from, BedId bed, Instant at)
      implements StayEvent {}

  @JsonTypeName("StayPaused")
  @Revision("1")
  record StayPaused(
      StayId stayId, PatientId patientId, BedId bed, PauseReason reason, Instant until, Instant at)
      implements StayEvent {}

  @JsonTypeName("PatientDischarged")
  @Revision("1")
  record PatientDischarged(StayId stayId, PatientId patientId, BedId bed, Instant at)
      implements StayEvent {}
}
