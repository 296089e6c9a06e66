package health.vigil.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.personal.master.MasterKeyFile;
import health.vigil.personal.master.MasterKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredMasterKeysTest {
  private static final String FILE = "vigil.personal.master-keys.file";
  private static final String STORE = "vigil.personal.master-keys.key-store";
  private static final String CURRENT = "vigil.personal.master-keys.current";

  private Path file;

  @BeforeEach
  void aFile(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("master.json"), MasterKeyFile.make());
  }

  private static MasterKeys with(Map<String, String> settings) {
    return ConfiguredMasterKeys.of(
        new SmallRyeConfigBuilder()
            .withMapping(PersonalConfiguration.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(PersonalConfiguration.class));
  }

  private static void assertRefused(Map<String, String> settings, String why) {
    assertThatThrownBy(() -> with(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(why);
  }

  @Test
  void a_file_gives_its_keys() {
    assertThat(with(Map.of(FILE, file.toString())).ids()).hasSize(1);
  }

  @Test
  void without_keys_there_is_no_start() {
    assertRefused(
        Map.of(),
        "vigil.personal.master-keys.key-store is not set: it names the key store (PKCS#12) with the"
            + " master keys of personal data. For development, vigil.personal.master-keys.file names"
            + " a keyset of Tink instead.");
  }

  @Test
  void keys_come_from_one_place() {
    assertRefused(
        Map.of(FILE, file.toString(), STORE, "master.p12"),
        "vigil.personal.master-keys.key-store and vigil.personal.master-keys.file are both set: the"
            + " master keys come from one of them.");
  }

  @Test
  void a_store_needs_its_password() {
    assertRefused(
        Map.of(STORE, "master.p12"),
        "vigil.personal.master-keys.password-file is not set, but"
            + " vigil.personal.master-keys.key-store is: it names a file with the password of the"
            + " key store.");
  }

  @Test
  void what_can_not_be_read_is_said() {
    assertRefused(
        Map.of(FILE, file + ".missing"),
        "The file that vigil.personal.master-keys.file names does not exist or can not be read.");
    assertRefused(
        Map.of(FILE, file.toString(), CURRENT, "9"),
        "The file that vigil.personal.master-keys.file names holds no key '9'.");
    assertRefused(
        Map.of(STORE, file.toString(), "vigil.personal.master-keys.password-file", file.toString()),
        "The key store that vigil.personal.master-keys.key-store names does not exist, is no key"
            + " store (PKCS#12) or has another password.");
  }

  @Test
  void a_master_key_that_is_in_use_must_be_there() {
    MasterKeys masters = with(Map.of(FILE, file.toString()));

    KeysAtStart.requireAll(masters, Set.of(masters.current()));
    assertThatThrownBy(() -> KeysAtStart.requireAll(masters, Set.of("2026-11")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("Keys of patients are wrapped with the master key '2026-11'");
  }
}
