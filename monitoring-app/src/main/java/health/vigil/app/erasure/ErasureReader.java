package health.vigil.app.erasure;

import health.vigil.app.log.Payloads;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How far erasures are, as the log has it this moment. */
@Singleton
class ErasureReader {
  private static final int AT_ONCE = 500;

  private final EventLog log;
  private final Payloads payloads;
  private final Clock clock;

  ErasureReader(EventLog log, Payloads payloads, Clock clock) {
    this.log = log;
    this.payloads = payloads;
    this.clock = clock;
  }

  /**
   * Now.
   *
   * @throws Refusal as not found for a patient whom the log does not have
   */
  ErasureAnswer of(PatientId patient) {
    return of(patient, Long.MAX_VALUE, clock.instant());
  }

  /** As it was at a position of the log, when no request that was open then had lapsed. */
  ErasureAnswer at(PatientId patient, long position) {
    return of(patient, position, Instant.MIN);
  }

  private ErasureAnswer of(PatientId patient, long upTo, Instant now) {
    ErasureAnswer answer = ErasureAnswer.none(patient);
    long next = 0;
    List<RecordedEvent> some;
    do {
      some = log.byStream(patient.value(), next, AT_ONCE);
      for (RecordedEvent event : some) {
        if (event.position() <= upTo) {
          answer = answer.after(payloads.read(event), event.position(), now);
        }
      }
      next += some.size();
    } while (some.size() == AT_ONCE);
    if (next == 0) {
      throw Refusal.notFound("patient");
    }
    return answer;
  }
}
