package health.vigil.patient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * Guards that one medical record number belongs to one patient, for good. Public only so that its
 * repository can be named elsewhere.
 */
@AggregateRoot
public final class MrnClaim {
  @AggregateIdentifier private MrnClaimId id;

  MrnClaim() {}

  void claim(MrnClaimId claim, PatientId patient, Instant at) {
    if (id != null) {
      throw Refusal.conflict("mrn-taken", "Another patient holds this medical record number.");
    }
    apply(new MrnClaimed(claim, patient, at));
  }

  @EventSourcingHandler
  void on(MrnClaimed event) {
    id = event.mrnClaimId();
  }
}
