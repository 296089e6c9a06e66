package health.vigil.app.erasure;

import health.vigil.app.erasure.ErasureTroubles.Step;
import health.vigil.axon.aggregate.KeptAggregates;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.PatientKeys;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an erasure does beside the log: this node forgets the patient's key and the state that it
 * has opened, the key is destroyed, and the ledger has a line. Doing it again changes nothing. What
 * fails is left for {@link #finish}, and keeps no other erasure from being done. Safe for use by
 * many threads.
 */
@Singleton
class Erasures {
  private final PatientKeys keys;
  private final KeptAggregates kept;
  private final Ledger ledger;
  private final ErasureTroubles troubles;
  private final Map<PatientId, PatientErased> living = new LinkedHashMap<>();
  private final Map<PatientId, PatientErased> unnoted = new LinkedHashMap<>();

  private boolean made;

  Erasures(PatientKeys keys, KeptAggregates kept, Ledger ledger, ErasureTroubles troubles) {
    this.keys = keys;
    this.kept = kept;
    this.ledger = ledger;
    this.troubles = troubles;
  }

  /** Does all of it that can be done now; {@link #isDone} tells whether something is left. */
  void apply(Collection<PatientErased> erasures) {
    erasures.forEach(erased -> keys.forget(erased.patientId()));
    forgetState(erasures.stream().map(PatientErased::patientId).collect(Collectors.toSet()));
    destroyAndNote(erasures);
  }

  /** What is kept for the next decision has been opened: birth dates, reasons of plans. */
  private void forgetState(Set<PatientId> erased) {
    if (!erased.isEmpty()) {
      kept.forget(
          root -> root instanceof ConcernsPatient about && erased.contains(about.patientId()));
    }
  }

  private synchronized void destroyAndNote(Collection<PatientErased> erasures) {
    for (PatientErased erased : erasures) {
      living.put(erased.patientId(), erased);
      unnoted.put(erased.patientId(), erased);
    }
    finish();
  }

  /** Does what was left. Keys go first: nobody stays readable because the ledger fails. */
  synchronized void finish() {
    if (!living.isEmpty()) {
      destroyKeys();
    }
    if (!made || !unnoted.isEmpty()) {
      note();
    }
  }

  /** False while the patient's key may be there, or the ledger may lack the erasure. */
  synchronized boolean isDone(PatientId patient) {
    return !living.containsKey(patient) && !unnoted.containsKey(patient);
  }

  private void destroyKeys() {
    List.copyOf(living.values()).forEach(this::destroyKey);
    if (living.isEmpty()) {
      troubles.over(Step.DESTROY_KEYS);
    }
  }

  private void destroyKey(PatientErased erased) {
    try {
      keys.destroy(erased.patientId(), erased.at());
      living.remove(erased.patientId(), erased);
    } catch (RuntimeException failure) {
      troubles.met(
          Step.DESTROY_KEYS,
          "The key of patient %s, who is erased, can not be destroyed (%s): this node has forgotten it."
              .formatted(erased.patientId(), failure.getClass().getSimpleName()));
    }
  }

  private void note() {
    List<PatientErased> some = List.copyOf(unnoted.values());
    try {
      makeLedger();
      ledger.add(some);
      some.forEach(noted -> unnoted.remove(noted.patientId(), noted));
      troubles.over(Step.WRITE_THE_LEDGER);
    } catch (IOException | RuntimeException failure) {
      unwritable(failure);
    }
  }

  /** So that it is known at the start when it can not be written. */
  private void makeLedger() throws IOException {
    if (!made) {
      ledger.make();
      made = true;
    }
  }

  private void unwritable(Exception failure) {
    troubles.met(
        Step.WRITE_THE_LEDGER,
        "The erasure ledger can not be written (%s): look at the folder that %s names."
            .formatted(failure.getClass().getSimpleName(), Ledger.FOLDER));
  }
}
