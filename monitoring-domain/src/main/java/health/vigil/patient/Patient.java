package health.vigil.patient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import org.jspecify.annotations.Nullable;

/**
 * A patient's identity and the stay the patient is in. Public only so that the repository of it can
 * be named in other packages: what it can do is hidden, and offered to them by {@link PatientFile}.
 */
@AggregateRoot
public final class Patient implements ConcernsPatient {
  @AggregateIdentifier private PatientId id;
  private boolean identified;
  @PersonalData private @Nullable LocalDate birthDate;
  private @Nullable StayId currentStay;

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
    if (identified) {
      throw Refusal.conflict("already-identified", "The patient is identified already.");
    }
    apply(new PatientIdentified(id, claim, demographics, at));
  }

  void openStay(StayId stay, Instant at) {
    if (currentStay != null) {
      throw Refusal.conflict("already-admitted", "The patient is admitted already.");
    }
    apply(new StayOpened(id, stay, at));
  }

  void closeStay(Instant at) {
    if (currentStay == null) {
      throw PatientSummary.notAdmitted();
    }
    apply(new StayClosed(id, currentStay, at));
  }

  @EventSourcingHandler
  void on(PatientRegistered event) {
    id = event.patientId();
    know(event.demographics());
  }

  @EventSourcingHandler
  void on(UnidentifiedPatientRegistered event) {
    id = event.patientId();
  }

  @EventSourcingHandler
  void on(PatientIdentified event) {
    know(event.demographics());
  }

  @EventSourcingHandler
  void on(StayOpened event) {
    currentStay = event.stayId();
  }

  @EventSourcingHandler
  void on(StayClosed event) {
    currentStay = null;
  }

  /** Whose personal data a snapshot holds. */
  @Override
  public PatientId patientId() {
    return id;
  }

  PatientSummary summary() {
    return new PatientSummary(currentStay, birthDate);
  }

  private void know(Demographics demographics) {
    identified = true;
    birthDate = demographics.birthDate();
  }

  private void requireNew() {
    if (id != null) {
      throw Refusal.conflict("already-registered", "The patient is registered already.");
    }
  }
}
