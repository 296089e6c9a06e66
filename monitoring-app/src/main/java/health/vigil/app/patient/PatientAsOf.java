package health.vigil.app.patient;

import health.vigil.app.log.Payloads;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient as the log knew one at a time: what was recorded later plays no part. */
@Singleton
class PatientAsOf {
  private static final int AT_ONCE = 500;

  private final EventLog log;
  private final Payloads payloads;

  PatientAsOf(EventLog log, Payloads payloads) {
    this.log = log;
    this.payloads = payloads;
  }

  /** Null when nobody knew the patient yet. */
  @Nullable PatientEntry at(PatientId patient, Instant time) {
    KnownPatient known = new KnownPatient(patient);
    long position = 0;
    List<RecordedEvent> some;
    do {
      some = log.bySubject(patient.value(), position, AT_ONCE);
      for (RecordedEvent event : some) {
        if (event.recordedAt().isAfter(time)) {
          return known.entry();
        }
        known.learn(payloads.read(event));
        position = event.position();
      }
    } while (some.size() == AT_ONCE);
    return known.entry();
  }
}
