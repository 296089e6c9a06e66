package health.vigil.app.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where erasures are noted outside the database, and what happens when they can not be. */
@ConfigMapping(prefix = "vigil.erasure")
interface ErasureConfiguration {
  /**
   * Folder of the ledger; without it, a backup that is restored brings back who was erased since.
   */
  Optional<Path> ledgerFolder();

  /** Whether the start is refused while an erasure can not be applied; for after a restore. */
  @WithDefault("false")
  boolean required();
}
