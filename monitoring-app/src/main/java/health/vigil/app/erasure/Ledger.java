package health.vigil.app.erasure;

import health.vigil.app.secret.ServerSecret;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.personal.ledger.LedgerContent;
import health.vigil.personal.ledger.LedgerSecret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** The ledger as configured; without a folder nothing is noted. */
@Singleton
class Ledger {
  static final String FOLDER = "vigil.erasure.ledger-folder";

  private final Optional<LedgerFile> file;

  @Inject
  Ledger(ErasureConfiguration configuration, ServerSecret secret) {
    this(
        configuration
            .ledgerFolder()
            .map(
                folder ->
                    new LedgerFile(folder, new LedgerSecret(secret.keyFor(LedgerSecret.PURPOSE)))));
  }

  Ledger(Optional<LedgerFile> file) {
    this.file = file;
  }

  /** Whether a folder is configured. */
  boolean isKept() {
    return file.isPresent();
  }

  /** Whether there is a file in that folder. */
  boolean isThere() {
    return file.map(LedgerFile::isThere).orElse(false);
  }

  /** Makes it when it is missing. */
  void make() throws IOException {
    if (file.isPresent()) {
      file.get().make();
    }
  }

  /** Another one than before whenever it was written or replaced; empty when none is kept. */
  Optional<Object> state() throws IOException {
    return file.isPresent() ? Optional.of(file.get().state()) : Optional.empty();
  }

  /** As it is now; empty when none is kept. */
  Optional<LedgerContent> read() throws IOException {
    return file.isPresent() ? Optional.of(file.get().read()) : Optional.empty();
  }

  /** Notes what it does not hold yet. */
  void add(Collection<PatientErased> erasures) throws IOException {
    if (file.isPresent()) {
      file.get().add(erasures);
    }
  }
}
