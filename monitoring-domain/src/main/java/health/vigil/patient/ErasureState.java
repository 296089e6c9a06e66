package health.vigil.patient;

import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientEvent.ErasureRequested;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a patient's erasure is.
 *
 * @param pending the request that waits for its second person, expired or not; null when none does
 */
record ErasureState(boolean erased, @Nullable PendingErasure pending) {
  static final ErasureState NONE = new ErasureState(false, null);
  static final ErasureState ERASED = new ErasureState(true, null);

  static ErasureState requested(ErasureRequested event) {
    return new ErasureState(
        false, new PendingErasure(event.reason(), event.requestedBy(), event.expiresAt()));
  }

  ErasureRequested request(RequestErasure command) {
    if (pending != null && pending.isOpen(command.at())) {
      throw Refusal.conflict("erasure-requested-already", "The erasure is requested already.");
    }
    return new ErasureRequested(
        command.patientId(),
        command.reason(),
        command.reference(),
        command.requestedBy(),
        command.at().plus(PendingErasure.LIFE),
        command.at());
  }

  PatientErased confirm(PatientId patient, String confirmedBy, Instant at) {
    PendingErasure asked = requirePending(at);
    asked.requireSecondPerson(confirmedBy);
    return new PatientErased(patient, asked.reason(), asked.requestedBy(), confirmedBy, at);
  }

  PendingErasure requirePending(Instant at) {
    if (pending == null || !pending.isOpen(at)) {
      throw Refusal.conflict(
          "erasure-not-requested", "Nobody has requested the erasure, or too long ago.");
    }
    return pending;
  }

  void requireNotErased() {
    if (erased) {
      throw Refusal.conflict("patient-erased", "The patient has been erased.");
    }
  }
}
