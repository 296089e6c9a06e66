package health.vigil.app.privacy;

import health.vigil.patient.PatientId;
import health.vigil.personal.json.BrokenSeals;
import health.vigil.personal.key.LostKey;
import health.vigil.personal.key.SealBroken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Personal values that were changed where they are stored, or whose key is lost: each is counted
 * whenever it is met, and logged once, with its patient and name. It is read as unknown, and the
 * patient goes on being watched; verifying the log tells which event was changed.
 */
@Singleton
class SpoiltValues implements BrokenSeals {
  private static final Logger LOG = Logger.getLogger(SpoiltValues.class);
  private static final int REMEMBERED = 1_000;

  private final Counter met;
  private final Counter lost;
  private final Set<PatientId> withoutKey = ConcurrentHashMap.newKeySet();
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  SpoiltValues(MeterRegistry meters) {
    this.met =
        Counter.builder("vigil.personal.spoilt")
            .description("Stored personal values that were met and were not what was sealed")
            .register(meters);
    this.lost =
        Counter.builder("vigil.personal.lost")
            .description("Stored personal values that were met and whose key is lost")
            .register(meters);
  }

  @Override
  public void met(PatientId patient, String property, SealBroken failure) {
    if (failure instanceof LostKey) {
      metLost(patient);
    } else {
      metSpoilt(patient, property);
    }
  }

  /** Some of those whose key was lost when something of theirs was met. */
  Set<PatientId> withoutKey() {
    return Set.copyOf(withoutKey);
  }

  /** The key is there again. */
  void found(PatientId patient) {
    if (withoutKey.remove(patient)) {
      LOG.infof("The key of patient %s is there again.", patient.value());
    }
  }

  private void metLost(PatientId patient) {
    lost.increment();
    if (withoutKey.size() < REMEMBERED && withoutKey.add(patient)) {
      LOG.errorf(
          "The key of patient %s is lost: what it sealed is read as unknown. Restore the keys.",
          patient.value());
    }
  }

  private void metSpoilt(PatientId patient, String property) {
    met.increment();
    if (logged.size() < REMEMBERED && logged.add(patient.value() + "/" + property)) {
      LOG.errorf(
          "The stored %s of patient %s is not what was sealed: it is read as unknown."
              + " Verify the log.",
          property, patient.value());
    }
  }
}
