package health.vigil.app.privacy;

import health.vigil.personal.master.MasterKeyFile;
import health.vigil.personal.master.MasterKeyStore;
import health.vigil.personal.master.MasterKeys;
import health.vigil.personal.master.UnusableMasterKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;

/** The master keys that are configured, or one sentence on why there are none. */
final class ConfiguredMasterKeys {
  private static final String PREFIX = "vigil.personal.master-keys.";
  private static final String KEY_STORE = PREFIX + "key-store";
  private static final String FILE = PREFIX + "file";
  private static final String PASSWORD_FILE = PREFIX + "password-file";

  private ConfiguredMasterKeys() {}

  /**
   * The keys.
   *
   * @throws ConfigurationException with one sentence
   */
  static MasterKeys of(PersonalConfiguration configuration) {
    if (configuration.keyStore().isPresent() == configuration.file().isPresent()) {
      throw new ConfigurationException(
          configuration.file().isPresent()
              ? KEY_STORE + " and " + FILE + " are both set: the master keys come from one of them."
              : KEY_STORE
                  + " is not set: it names the key store (PKCS#12) with the master keys of personal"
                  + " data. For development, "
                  + FILE
                  + " names a keyset of Tink instead.");
    }
    return configuration
        .keyStore()
        .map(store -> ofStore(store, configuration))
        .orElseGet(() -> ofFile(configuration));
  }

  private static MasterKeys ofFile(PersonalConfiguration configuration) {
    try {
      return MasterKeyFile.read(configuration.file().orElseThrow(), configuration.current());
    } catch (UnusableMasterKeys unusable) {
      throw unusable("The file that " + FILE + " names ", unusable);
    }
  }

  private static MasterKeys ofStore(Path store, PersonalConfiguration configuration) {
    Path password =
        configuration
            .passwordFile()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        PASSWORD_FILE
                            + " is not set, but "
                            + KEY_STORE
                            + " is: it names a file with the password of the key store."));
    try {
      return MasterKeyStore.read(store, password, configuration.current());
    } catch (UnusableMasterKeys unusable) {
      throw unusable("The key store that " + KEY_STORE + " names ", unusable);
    }
  }

  private static ConfigurationException unusable(String what, UnusableMasterKeys why) {
    return new ConfigurationException(what + why.getMessage() + ".");
  }
}
