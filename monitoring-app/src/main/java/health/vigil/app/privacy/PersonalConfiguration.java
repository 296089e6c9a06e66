package health.vigil.app.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.Optional;

/** The keys of personal data. The master keys come from a key store or a file, one of the two. */
@ConfigMapping(prefix = "vigil.personal")
interface PersonalConfiguration {
  /** A key store (PKCS#12) with keys of AES-256. */
  @WithName("master-keys.key-store")
  Optional<Path> keyStore();

  /** The file with the password of the key store, on its first line. */
  @WithName("master-keys.password-file")
  Optional<Path> passwordFile();

  /** A keyset of Tink in JSON that everybody can read who can read the file. */
  @WithName("master-keys.file")
  Optional<Path> file();

  /** Which key wraps from now on; needed when a key store has several. */
  @WithName("master-keys.current")
  Optional<String> current();

  /** Go on although keys are lost: what they sealed reads as unknown, for good. */
  @WithDefault("false")
  boolean lostKeysAccepted();

  /** How many patients' keys this node keeps in memory, those that were used last; 1 or more. */
  @WithDefault("10000")
  int rememberedKeys();
}
