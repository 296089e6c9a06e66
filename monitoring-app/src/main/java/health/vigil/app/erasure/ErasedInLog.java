package health.vigil.app.erasure;

import health.vigil.app.log.Payloads;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The erasures that the log tells of. */
@Singleton
class ErasedInLog implements RecordedErasures {
  private static final List<String> ERASED = List.of("PatientErased");
  private static final int AT_ONCE = 500;

  private final EventLog log;
  private final Payloads payloads;

  ErasedInLog(EventLog log, Payloads payloads) {
    this.log = log;
    this.payloads = payloads;
  }

  @Override
  public List<PatientErased> between(long after, long upTo) {
    List<PatientErased> found = new ArrayList<>();
    long from = after;
    List<RecordedEvent> some;
    do {
      some = log.ofTypes(ERASED, from, upTo, AT_ONCE);
      for (RecordedEvent event : some) {
        found.add((PatientErased) payloads.read(event));
        from = event.position();
      }
    } while (some.size() == AT_ONCE);
    return found;
  }

  boolean tellsOf(PatientId patient) {
    return log.lastOf(patient.value(), ERASED).isPresent();
  }

  /** Whether the log has this patient at all. */
  boolean knows(PatientId patient) {
    return !log.byStream(patient.value(), 0, 1).isEmpty();
  }

  long head() {
    return log.head();
  }
}
