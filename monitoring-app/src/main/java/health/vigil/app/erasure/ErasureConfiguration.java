package health.vigil.app.erasure;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where erasures are noted outside the database. */
@ConfigMapping(prefix = "vigil.erasure")
interface ErasureConfiguration {
  /**
   * Folder of the ledger; without it, a backup that is restored brings back who was erased since.
   */
  Optional<Path> ledgerFolder();
}
