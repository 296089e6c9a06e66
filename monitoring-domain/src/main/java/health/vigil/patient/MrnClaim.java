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
 * Guards that one medical record number belongs to one patient. When that one is erased it is
 * released and ends: whoever gets the number next has {@link MrnClaims#after another claim}, so
 * that no stream joins the two. Public only so that its repository can be named elsewhere.
 */
@AggregateRoot
@Revision("3")
public final class MrnClaim {
  @AggregateIdentifier private MrnClaimId id;
  private @Nullable PatientId holder;
  private boolean released;

  MrnClaim() {}

  void claim(MrnClaimId claim, PatientId patient, Instant at) {
    if (holder != null || released) {
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
    released = false;
  }

  @EventSourcingHandler
  void on(MrnReleased event) {
    holder = null;
    released = true;
  }
}
