package health.vigil.app.patient;

import health.vigil.app.log.Payloads;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patients as the log has them this moment; no read model is waited for. */
@Singleton
public class RegisteredPatients {
  private static final int AT_ONCE = 500;

  private final NumberHolders holders;
  private final EventLog log;
  private final Payloads payloads;

  RegisteredPatients(NumberHolders holders, EventLog log, Payloads payloads) {
    this.holders = holders;
    this.log = log;
    this.payloads = payloads;
  }

  /**
   * Who holds these medical record numbers; nothing of those that nobody holds.
   *
   * @param numbers by their first claims
   */
  public Map<MrnClaimId, PatientId> owners(Collection<MrnClaimId> numbers) {
    return holders.of(numbers);
  }

  /** By which claim somebody holds a number, or the next who comes gets it. */
  public MrnClaimId claimOn(String mrn) {
    return holders.claimOn(mrn);
  }

  /** Who the patient is; empty for somebody unknown or not identified yet. */
  public Optional<Demographics> demographics(PatientId patient) {
    KnownPatient known = new KnownPatient(patient);
    long next = 0;
    List<RecordedEvent> some;
    do {
      some = log.byStream(patient.value(), next, AT_ONCE);
      some.forEach(event -> known.learn(payloads.read(event)));
      next += some.size();
    } while (some.size() == AT_ONCE);
    return Optional.ofNullable(known.entry()).map(entry -> entry.demographics());
  }
}
