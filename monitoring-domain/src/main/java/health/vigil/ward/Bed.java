package health.vigil.ward;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * Guards that one patient lies in a bed. Public only so that the repository of it can be named in
 * other packages: what it can do is hidden, and offered to them by {@link BedFile}.
 */
@AggregateRoot
public final class Bed {
  @AggregateIdentifier private BedId id;
  private @Nullable StayId occupant;

  Bed() {}

  void occupy(BedId bed, StayId stay, PatientId patient, Instant at) {
    if (occupant != null) {
      throw Refusal.conflict(
          "bed-taken",
          "Another patient lies in this bed.",
          Map.of("ward", bed.ward().value(), "bed", bed.name()));
    }
    apply(new BedOccupied(bed, stay, patient, at));
  }

  void vacate(StayId stay, PatientId patient, Instant at) {
    if (!stay.equals(occupant)) {
      throw new IllegalStateException("bed and stay disagree about who lies where");
    }
    apply(new BedVacated(id, stay, patient, at));
  }

  @EventSourcingHandler
  void on(BedOccupied event) {
    id = event.bed();
    occupant = event.stayId();
  }

  @EventSourcingHandler
  void on(BedVacated event) {
    occupant = null;
  }
}
