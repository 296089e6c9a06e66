package health.vigil.app.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The keys of personal data. */
@ConfigMapping(prefix = "vigil.personal")
interface PersonalConfiguration {
  MasterKeysConfiguration masterKeys();

  /** How many patients' keys this node keeps in memory, those that were used last; 1 or more. */
  @WithDefault("10000")
  int rememberedKeys();

  /** Where the keys come from that wrap the keys of patients: one of the two. */
  interface MasterKeysConfiguration {
    /** A key store (PKCS#12) with keys of AES-256. */
    Optional<Path> keyStore();

    /** The file with the password of the key store, on its first line. */
    Optional<Path> passwordFile();

    /** A keyset of Tink in JSON that everybody can read who can read the file. */
    Optional<Path> file();

    /** Which key wraps from now on; needed when a key store has several. */
    Optional<String> current();
  }
}
