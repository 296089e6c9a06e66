package health.vigil.app.erasure;

import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.personal.key.PatientKeys;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/**
 * What an erasure does beside the log: the patient's key is destroyed, this node forgets it, and
 * the ledger has a line. Doing it again changes nothing.
 */
@Singleton
class Erasures {
  private final PatientKeys keys;
  private final Ledger ledger;

  Erasures(PatientKeys keys, Ledger ledger) {
    this.keys = keys;
    this.ledger = ledger;
  }

  /** Keys go first: nothing that fails here leaves somebody readable whom the log has erased. */
  void apply(Collection<PatientErased> erasures) {
    erasures.forEach(erased -> keys.forget(erased.patientId()));
    erasures.forEach(erased -> keys.destroy(erased.patientId(), erased.at()));
    ledger.add(List.copyOf(erasures));
  }
}
