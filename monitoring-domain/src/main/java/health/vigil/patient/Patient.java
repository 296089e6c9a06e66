package health.vigil.patient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientCommand.RestoreErasure;
import health.vigil.patient.PatientEvent.ErasureRequested;
import health.vigil.patient.PatientEvent.ErasureWithdrawn;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.StayClosed;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A patient's identity and the stay the patient is in. Public only so that the repository of it can
 * be named in other packages: what it can do is hidden, and offered to them by {@link PatientFile}.
 * Of an erased patient nothing is known but the stay that a restored log may still show.
 */
@AggregateRoot
@Revision("2")
public final class Patient implements ConcernsPatient {
  @AggregateIdentifier private PatientId id;
  private boolean identified;
  @PersonalData private @Nullable LocalDate birthDate;
  private @Nullable MrnClaimId claim;
  private @Nullable StayId currentStay;
  private ErasureState erasure = ErasureState.NONE;

  Patient() {}

  void register(PatientId patient, MrnClaimId claim, Demographics demographics, Instant at) {
    requireNew();
    apply(new PatientRegistered(patient, claim, demographics, at));
  }

  void registerUnidentified(PatientId patient, String temporaryLabel, Instant at) {
    requireNew();
    apply(new UnidentifiedPatientRegistered(patient, temporaryLabel, at));
  }

  void identify(MrnClaimId claim, Demographics demographics, Instant at) {
    erasure.requireNotErased();
    if (identified) {
      throw Refusal.conflict("already-identified", "The patient is identified already.");
    }
    apply(new PatientIdentified(id, claim, demographics, at));
  }

  void openStay(StayId stay, Instant at) {
    erasure.requireNotErased();
    if (currentStay != null) {
      throw Refusal.conflict("already-admitted", "The patient is admitted already.");
    }
    apply(new StayOpened(id, stay, at));
  }

  void closeStay(Instant at) {
    apply(new StayClosed(id, stay(), at));
  }

  void requestErasure(RequestErasure command) {
    requireErasable();
    apply(erasure.request(command));
  }

  void withdrawErasure(String withdrawnBy, Instant at) {
    erasure.requireNotErased();
    erasure.requirePending(at);
    apply(new ErasureWithdrawn(id, withdrawnBy, at));
  }

  void confirmErasure(String confirmedBy, Instant at) {
    requireErasable();
    apply(erasure.confirm(id, confirmedBy, at));
  }

  void restoreErasure(RestoreErasure command) {
    apply(
        new PatientErased(
            id, command.reason(), command.requestedBy(), command.confirmedBy(), command.at()));
  }

  @EventSourcingHandler
  void on(PatientRegistered event) {
    id = event.patientId();
    know(event.mrnClaimId(), event.demographics());
  }

  @EventSourcingHandler
  void on(UnidentifiedPatientRegistered event) {
    id = event.patientId();
  }

  @EventSourcingHandler
  void on(PatientIdentified event) {
    know(event.mrnClaimId(), event.demographics());
  }

  @EventSourcingHandler
  void on(StayOpened event) {
    currentStay = event.stayId();
  }

  @EventSourcingHandler
  void on(StayClosed event) {
    currentStay = null;
  }

  @EventSourcingHandler
  void on(ErasureRequested event) {
    erasure = ErasureState.requested(event);
  }

  @EventSourcingHandler
  void on(ErasureWithdrawn event) {
    erasure = ErasureState.NONE;
  }

  @EventSourcingHandler
  void on(PatientErased event) {
    erasure = ErasureState.ERASED;
    claim = null;
    birthDate = null;
  }

  /** Whose personal data a snapshot holds. */
  @Override
  public PatientId patientId() {
    return id;
  }

  PatientSummary summary() {
    erasure.requireNotErased();
    return new PatientSummary(currentStay, birthDate);
  }

  StayId stay() {
    if (currentStay == null) {
      erasure.requireNotErased();
      throw PatientSummary.notAdmitted();
    }
    return currentStay;
  }

  /** Null while the patient has no medical record number. */
  @Nullable MrnClaimId claim() {
    return claim;
  }

  boolean isErased() {
    return erasure.erased();
  }

  private void know(MrnClaimId number, Demographics demographics) {
    identified = true;
    claim = number;
    birthDate = demographics.birthDate();
  }

  private void requireNew() {
    if (id != null) {
      throw Refusal.conflict("already-registered", "The patient is registered already.");
    }
  }

  private void requireErasable() {
    erasure.requireNotErased();
    if (currentStay != null) {
      throw Refusal.conflict("still-admitted", "The patient is admitted.");
    }
  }
}
