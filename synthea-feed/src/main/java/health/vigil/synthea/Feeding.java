package health.vigil.synthea;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds one file: the patient first, then the vital signs, Bundle after Bundle. */
final class Feeding implements PatientFile.Reader {
  private final Delivery delivery;
  private final BundleLimits limits;
  private final Account account;
  private BundleCutter cutter;
  private @Nullable String patientRefused;

  Feeding(Delivery delivery, BundleLimits limits, Account account) {
    this.delivery = delivery;
    this.limits = limits;
    this.account = account;
    this.cutter = new BundleCutter(limits);
  }

  @Override
  public void patient(SyntheaPatient patient) throws InterruptedException {
    end();
    Outcome outcome = deliver(new Bundle(List.of(Entry.of(patient)))).get(0);
    patientRefused = outcome.kind() == Outcome.Kind.REFUSED ? outcome.reason() : null;
    cutter = new BundleCutter(limits);
  }

  /** A patient who was refused gets no vital signs: they could end up with somebody else. */
  @Override
  public void vitalSign(SyntheaPatient patient, VitalSign vitalSign) throws InterruptedException {
    Entry entry = Entry.of(patient, vitalSign);
    if (patientRefused != null) {
      account.became(entry.sent(), Outcome.refused("the patient was refused, " + patientRefused));
      return;
    }
    for (Bundle full : cutter.add(entry)) {
      deliver(full);
    }
  }

  /** Sends what is left. */
  void end() throws InterruptedException {
    for (Bundle rest : cutter.rest()) {
      deliver(rest);
    }
  }

  private List<Outcome> deliver(Bundle bundle) throws InterruptedException {
    List<Outcome> outcomes = delivery.deliver(bundle);
    for (int i = 0; i < outcomes.size(); i++) {
      account.became(bundle.entries().get(i).sent(), outcomes.get(i));
    }
    return outcomes;
  }
}
