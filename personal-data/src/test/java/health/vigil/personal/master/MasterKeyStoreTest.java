package health.vigil.personal.master;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key stores as {@code keytool} makes them, by the commands of the documentation. */
class MasterKeyStoreTest {
  private static final byte[] SECRET = "a secret of a patient, 32 bytes.".getBytes(UTF_8);
  private static final byte[] ANNA = "anna".getBytes(UTF_8);

  private Path store;
  private Path password;

  @BeforeEach
  void aStore(@TempDir Path folder) throws IOException, InterruptedException {
    store = folder.resolve("master.p12");
    password = Files.writeString(folder.resolve("password"), "a password of some length\n");
    add("2026-11", 256);
  }

  private void add(String alias, int bits) throws IOException, InterruptedException {
    keytool("-genseckey", "-alias", alias, "-keyalg", "AES", "-keysize", Integer.toString(bits));
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    command.addAll(List.of("-storepass:file", password.toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private MasterKeys read(Optional<String> current) {
    return MasterKeyStore.read(store, password, current);
  }

  @Test
  void theOnlyKeyIsTheCurrentOne() throws GeneralSecurityException {
    MasterKeys keys = read(Optional.empty());

    Wrapped wrapped = keys.wrap(SECRET, ANNA);

    assertThat(wrapped.master()).isEqualTo("2026-11");
    assertThat(read(Optional.empty()).unwrap(wrapped, ANNA)).isEqualTo(SECRET);
  }

  @Test
  void ofSeveralKeysOneIsChosenAndAllUnwrap()
      throws GeneralSecurityException, IOException, InterruptedException {
    Wrapped old = read(Optional.empty()).wrap(SECRET, ANNA);
    add("2027-11", 256);

    MasterKeys keys = read(Optional.of("2027-11"));

    assertThat(keys.wrap(SECRET, ANNA).master()).isEqualTo("2027-11");
    assertThat(keys.unwrap(old, ANNA)).isEqualTo(SECRET);
    assertThatThrownBy(() -> read(Optional.empty()))
        .hasMessage("holds several keys, and it is not said which is the current");
    assertThatThrownBy(() -> read(Optional.of("2028-11"))).hasMessage("holds no key '2028-11'");
  }

  @Test
  void aKeyThatCameToTheStoreLaterIsFoundWhenItIsNeeded()
      throws GeneralSecurityException, IOException, InterruptedException {
    MasterKeys early = read(Optional.of("2026-11"));
    add("2027-11", 256);
    Wrapped byNew = read(Optional.of("2027-11")).wrap(SECRET, ANNA);

    assertThat(early.unwrap(byNew, ANNA)).isEqualTo(SECRET);
  }

  @Test
  void aKeyThatWasTakenOutIsNamed()
      throws GeneralSecurityException, IOException, InterruptedException {
    add("2027-11", 256);
    Wrapped old = read(Optional.of("2026-11")).wrap(SECRET, ANNA);
    keytool("-delete", "-alias", "2026-11");

    assertThatThrownBy(() -> read(Optional.empty()).unwrap(old, ANNA))
        .isInstanceOf(UnknownMasterKey.class)
        .hasMessageContaining("2026-11");
  }

  @Test
  void aKeyOf128BitsIsRefused() throws IOException, InterruptedException {
    add("short", 128);

    assertThatThrownBy(() -> read(Optional.of("2026-11")))
        .isInstanceOf(UnusableMasterKeys.class)
        .hasMessage("holds 'short', which is no key of 256 bits");
  }

  @Test
  void anotherPasswordOpensNothingAndIsNotQuoted() throws IOException {
    Files.writeString(password, "another password\n");

    assertThatThrownBy(() -> read(Optional.empty()))
        .isInstanceOf(UnusableMasterKeys.class)
        .hasMessage("does not exist, is no key store (PKCS#12) or has another password");
    Files.delete(password);
    assertThatThrownBy(() -> read(Optional.empty()))
        .hasMessage("can not be opened: its password can not be read");
  }
}
