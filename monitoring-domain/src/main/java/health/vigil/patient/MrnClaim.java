package health.vigil.patient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.patient.MrnClaimEvent.MrnReleased;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Guards that one medical record number belongs to one patient, until that one is erased. Public
 * only so that its repository can be named elsewhere.
 */
@AggregateRoot
@Revision("2")
public final class MrnClaim {
  @AggregateIdentifier private MrnClaimId id;
  private @Nullable PatientId holder;

  MrnClaim() {}

  void claim(MrnClaimId claim, PatientId patient, Instant at) {
    if (holder != null) {
      throw Refusal.conflict("mrn-taken", "Another patient holds this medical record number.");
    }
    apply(new MrnClaimed(claim, patient, at));
  }

  /** Does nothing when the number is not this patient's. */
  void release(PatientId patient, Instant at) {
    if (patient.equals(holder)) {
      apply(new MrnReleased(id, patient, at));
    }
  }

  @EventSourcingHandler
  void on(MrnClaimed event) {
    id = event.mrnClaimId();
    holder = event.patientId();
  }

  @EventSourcingHandler
  void on(MrnReleased event) {
    holder = null;
  }
}
