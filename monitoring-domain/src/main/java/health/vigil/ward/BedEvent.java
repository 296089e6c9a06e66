package health.vigil.ward;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The facts of a bed's stream. */
public sealed interface BedEvent extends ConcernsPatient, ConcernsWard {
  @Override
  BedId bed();

  StayId stayId();

  @JsonTypeName("BedOccupied")
  @Revision("1")
  record BedOccupied(BedId bed, StayId stayId, PatientId patientId, Instant at)
      implements BedEvent {}

  @JsonTypeName("BedVacated")
  @Revision("1")
  record BedVacated(BedId bed, StayId stayId, PatientId patientId, Instant at)
      implements BedEvent {}
}
