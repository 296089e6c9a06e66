package health.vigil.app.erasure;

import health.vigil.app.secret.ServerSecret;
import health.vigil.patient.PatientEvent.PatientErased;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger as configured; without a folder nothing is noted. */
@Singleton
class Ledger {
  private static final String FOLDER = "vigil.erasure.ledger-folder";

  private final @Nullable LedgerFile file;

  /**
   * @throws ConfigurationException with one sentence when the folder can not be used
   */
  Ledger(ErasureConfiguration configuration, ServerSecret secret) {
    Optional<Path> folder = configuration.ledgerFolder();
    this.file = folder.isPresent() ? file(folder.get(), secret) : null;
  }

  boolean isKept() {
    return file != null;
  }

  /**
   * Every erasure that is noted.
   *
   * @throws ConfigurationException with one sentence when a line is forged
   */
  Collection<PatientErased> erasures() {
    if (file == null) {
      return List.of();
    }
    try {
      return file.read().values();
    } catch (ForgedLedger forged) {
      throw new ConfigurationException(
          forged.getMessage() + " Put back the ledger in " + FOLDER + " as it was.");
    } catch (IOException unreadable) {
      throw unusable(unreadable);
    }
  }

  /** Notes what it does not hold yet. */
  void add(List<PatientErased> erasures) {
    if (file != null && !erasures.isEmpty()) {
      try {
        file.add(erasures);
      } catch (IOException failed) {
        throw new UncheckedIOException("the erasure ledger can not be written", failed);
      }
    }
  }

  private static LedgerFile file(Path folder, ServerSecret secret) {
    try {
      return LedgerFile.in(folder, secret.hashFor("erasure ledger"));
    } catch (IOException unusable) {
      throw unusable(unusable);
    }
  }

  private static ConfigurationException unusable(IOException why) {
    return new ConfigurationException(
        "The folder that "
            + FOLDER
            + " names can not be used ("
            + why.getClass().getSimpleName()
            + ").");
  }
}
