package health.vigil.app.privacy;

import health.vigil.patient.PatientId;
import health.vigil.personal.json.BrokenSeals;
import health.vigil.personal.key.SealBroken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Personal values that were changed where they are stored: each is counted whenever it is met, and
 * logged once, with its patient and name. It is read as unknown, and the patient goes on being
 * watched; verifying the log tells which event it is.
 */
@Singleton
class SpoiltValues implements BrokenSeals {
  private static final Logger LOG = Logger.getLogger(SpoiltValues.class);
  private static final int REMEMBERED = 1_000;

  private final Counter met;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  SpoiltValues(MeterRegistry meters) {
    this.met =
        Counter.builder("vigil.personal.spoilt")
            .description("Stored personal values that were met and were not what was sealed")
            .register(meters);
  }

  @Override
  public void met(PatientId patient, String property, SealBroken failure) {
    met.increment();
    if (logged.size() < REMEMBERED && logged.add(patient.value() + "/" + property)) {
      LOG.errorf(
          "The stored %s of patient %s is not what was sealed: it is read as unknown."
              + " Verify the log.",
          property, patient.value());
    }
  }
}
