package health.vigil.app.erasure;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * The ledger as it has to be where every erasure is required to be applied: one that is not there
 * tells of none, and would be taken for one that holds.
 */
@Singleton
class RequiredLedger {
  private final ErasureConfiguration configuration;
  private final Ledger ledger;
  private final RecordedErasures log;

  RequiredLedger(ErasureConfiguration configuration, Ledger ledger, RecordedErasures log) {
    this.configuration = configuration;
    this.ledger = ledger;
    this.log = log;
  }

  /**
   * Comes before anything makes the file.
   *
   * @param head of the log
   * @throws ConfigurationException with one sentence when it is required, and is not configured,
   *     not there, or empty although the log tells of erasures
   */
  void require(long head) {
    if (!configuration.required()) {
      return;
    }
    if (!ledger.isKept()) {
      throw refused("no ledger is kept: set %s to its folder.");
    }
    if (!ledger.isThere()) {
      throw refused(
          "there is no erasures.ndjson in the folder that %s names: put the newest in place, or see that its share is mounted.");
    }
    if (isEmpty() && !log.between(0, head).isEmpty()) {
      throw refused(
          "the log tells of erasures, and the ledger in the folder that %s names is empty: put the newest in place.");
    }
  }

  /** What can not be read is told by who applies it. */
  private boolean isEmpty() {
    try {
      return ledger.read().stream().anyMatch(content -> content.lines() == 0);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static ConfigurationException refused(String why) {
    return new ConfigurationException(
        "vigil.erasure.required forbids to start: " + why.formatted(Ledger.FOLDER));
  }
}
