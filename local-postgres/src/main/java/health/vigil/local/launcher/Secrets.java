package health.vigil.local.launcher;

import health.vigil.local.DataFolder;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the application is given, and where it puts what it signs with one of them: what
 * the person has set, else what is in the data folder, made when it is missing.
 *
 * @param mrnKey behind medical record numbers
 * @param masterKeys behind personal data; null when the person has set a key store
 * @param checkpointKey signs checkpoints of the log
 * @param checkpoints the folder of those
 * @param erasures the folder of the ledger of erasures
 */
record Secrets(
    Path mrnKey, @Nullable Path masterKeys, Path checkpointKey, Path checkpoints, Path erasures) {

  static Secrets of(Settings settings, DataFolder folder, Terminal terminal) {
    Path keys = folder.folder("keys");
    return new Secrets(
        settings
            .value("VIGIL_MRN_KEY_FILE")
            .map(Path::of)
            .orElseGet(() -> SecretFile.in(keys, "mrn.key", SecretFile::chance, file -> {})),
        masterKeys(settings, keys),
        settings
            .value("VIGIL_LOG_CHECKPOINTS_KEY_FILE")
            .map(Path::of)
            .orElseGet(
                () ->
                    SecretFile.in(
                        keys,
                        "checkpoints.pem",
                        Secrets::signingKey,
                        file -> tell(file, terminal))),
        settings
            .value("VIGIL_LOG_CHECKPOINTS_FOLDER")
            .map(Path::of)
            .orElseGet(() -> folder.folder("checkpoints")),
        settings
            .value("VIGIL_ERASURE_LEDGER_FOLDER")
            .map(Path::of)
            .orElseGet(() -> folder.folder("erasures")));
  }

  private static @Nullable Path masterKeys(Settings settings, Path keys) {
    if (settings.value("VIGIL_PERSONAL_MASTER_KEYS_KEY_STORE").isPresent()) {
      return null;
    }
    return settings
        .value("VIGIL_PERSONAL_MASTER_KEYS_FILE")
        .map(Path::of)
        .orElseGet(() -> SecretFile.in(keys, "master.json", MasterKeyset::make, file -> {}));
  }

  private static void tell(Path file, Terminal terminal) {
    terminal.say("Made the key that signs checkpoints of the log: " + file + ".");
  }

  /** What {@code openssl genpkey -algorithm ed25519} makes. */
  private static String signingKey() {
    try {
      byte[] key =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(Base64.getEncoder().encodeToString(key));
    } catch (NoSuchAlgorithmException e) {
      throw new LaunchException("This Java has no Ed25519.", e);
    }
  }
}
