package health.vigil.architecture.planted.domain;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.PersonalData;
import org.axonframework.serialization.Revision;

/** Holds personal data, and does not say of whom. */
@JsonTypeName("UnclaimedReason")
@Revision("1")
record UnclaimedReason(Inner inner) implements PlantedEvent {
  record Inner(@PersonalData String reason) {}
}
