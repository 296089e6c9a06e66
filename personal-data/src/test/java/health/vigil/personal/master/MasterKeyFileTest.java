package health.vigil.personal.master;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTest {
  private static final byte[] SECRET = "a secret of a patient, 32 bytes.".getBytes(UTF_8);
  private static final byte[] ANNA = "anna".getBytes(UTF_8);

  private Path file;

  @BeforeEach
  void aFile(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("master.json"), MasterKeyFile.make());
  }

  private MasterKeys read() {
    return MasterKeyFile.read(file, Optional.empty());
  }

  @Test
  void aWrappedSecretIsUnwrappedByTheSameFile() throws GeneralSecurityException {
    Wrapped wrapped = read().wrap(SECRET, ANNA);

    assertThat(new String(wrapped.bytes(), UTF_8)).doesNotContain("secret");
    assertThat(read().unwrap(wrapped, ANNA)).isEqualTo(SECRET);
  }

  @Test
  void aWrappedSecretIsBoundToItsPatient() throws GeneralSecurityException {
    MasterKeys keys = read();
    Wrapped wrapped = keys.wrap(SECRET, ANNA);

    assertThatThrownBy(() -> keys.unwrap(wrapped, "bert".getBytes(UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void anOldKeyStillUnwrapsWhenANewOneWraps() throws Exception {
    MasterKeys keys = read();
    Wrapped old = keys.wrap(SECRET, ANNA);

    Files.writeString(file, MasterKeyFile.withNewKey(Files.readString(file)));
    keys.refresh();

    assertThat(keys.ids()).hasSize(2).contains(old.master());
    assertThat(keys.current()).isNotEqualTo(old.master());
    assertThat(keys.unwrap(old, ANNA)).isEqualTo(SECRET);
    assertThat(keys.unwrap(keys.wrap(SECRET, ANNA), ANNA)).isEqualTo(SECRET);
  }

  @Test
  void aKeyThatCameToTheFileLaterIsFoundWhenItIsNeeded() throws Exception {
    MasterKeys early = read();
    Files.writeString(file, MasterKeyFile.withNewKey(Files.readString(file)));
    Wrapped byNew = read().wrap(SECRET, ANNA);

    assertThat(early.unwrap(byNew, ANNA)).isEqualTo(SECRET);
  }

  @Test
  void aKeyThatWasTakenAwayWrapsNothingMore() throws Exception {
    MasterKeys early = read();
    String old = early.current();
    replaceTheKey();

    assertThat(early.wrap(SECRET, ANNA).master()).isNotEqualTo(old).isEqualTo(read().current());
  }

  @Test
  void aFileWithoutTheChosenKeyWrapsNothingAndEverythingElseStillUnwraps() throws Exception {
    String first = read().current();
    MasterKeys early = MasterKeyFile.read(file, Optional.of(first));
    Wrapped wrapped = early.wrap(SECRET, ANNA);
    replaceTheKey();

    assertThatThrownBy(() -> early.wrap(SECRET, ANNA))
        .isInstanceOf(UnknownMasterKey.class)
        .hasMessageContaining(first);
    assertThat(early.unwrap(wrapped, ANNA)).isEqualTo(SECRET);
    assertThat(early.unwrap(read().wrap(SECRET, ANNA), ANNA)).isEqualTo(SECRET);
  }

  private void replaceTheKey() throws IOException {
    Files.writeString(
        file, MasterKeyFile.withPrimaryOnly(MasterKeyFile.withNewKey(Files.readString(file))));
  }

  @Test
  void aKeyThatIsGoneIsNamed() throws Exception {
    Wrapped old = read().wrap(SECRET, ANNA);
    Files.writeString(
        file, MasterKeyFile.withPrimaryOnly(MasterKeyFile.withNewKey(Files.readString(file))));

    assertThatThrownBy(() -> read().unwrap(old, ANNA))
        .isInstanceOf(UnknownMasterKey.class)
        .hasMessageContaining(old.master());
  }

  @Test
  void theCurrentKeyCanBeChosen() throws Exception {
    String first = read().current();
    Files.writeString(file, MasterKeyFile.withNewKey(Files.readString(file)));

    assertThat(MasterKeyFile.read(file, Optional.of(first)).current()).isEqualTo(first);
    assertThatThrownBy(() -> MasterKeyFile.read(file, Optional.of("none")))
        .isInstanceOf(UnusableMasterKeys.class)
        .hasMessage("holds no key 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{}", "[]", "{\"primaryKeyId\":1,\"key\":[]}"})
  void whatIsNoKeysetIsRefused(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(this::read)
        .isInstanceOf(UnusableMasterKeys.class)
        .hasMessage("is no keyset of Tink in JSON");
  }

  @Test
  void whileTheFileCanNotBeReadWhatIsKnownServesOn() throws Exception {
    MasterKeys keys = read();
    Wrapped wrapped = keys.wrap(SECRET, ANNA);
    Files.delete(file);

    keys.refresh();

    assertThat(keys.unwrap(wrapped, ANNA)).isEqualTo(SECRET);
    assertThatThrownBy(this::read).hasMessage("does not exist or can not be read");
  }
}
