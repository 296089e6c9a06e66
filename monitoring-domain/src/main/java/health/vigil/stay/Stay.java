package health.vigil.stay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayCommand.AdmitPatient;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.PatientTransferred;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.ward.BedId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * One stay of one patient: where the patient lies, from admission to discharge. Whether it has
 * ended, the patient's own stream knows: nobody reaches a stay but through it.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // the first event sets every field
public final class Stay {
  @AggregateIdentifier private StayId id;
  private PatientId patient;
  private BedId bed;

  Stay() {}

  void admit(AdmitPatient command) {
    if (id != null) {
      throw Refusal.conflict("already-admitted", "This stay has begun already.");
    }
    apply(
        new PatientAdmitted(
            command.stayId(),
            command.patientId(),
            command.bed(),
            command.admittedAt(),
            command.at()));
  }

  void transfer(BedId to, Instant at) {
    apply(new PatientTransferred(id, patient, bed, to, at));
  }

  void pause(PauseReason reason, Instant until, Instant at) {
    apply(new StayPaused(id, patient, bed, reason, until, at));
  }

  void discharge(Instant at) {
    apply(new PatientDischarged(id, patient, bed, at));
  }

  @EventSourcingHandler
  void on(PatientAdmitted event) {
    id = event.stayId();
    patient = event.patientId();
    bed = event.bed();
  }

  @EventSourcingHandler
  void on(PatientTransferred event) {
    bed = event.bed();
  }

  BedId bed() {
    return bed;
  }
}
