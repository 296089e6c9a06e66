package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A key store (PKCS#12) with master keys, made by the commands of the how-to. */
record MasterKeyStore(Path file, Path password) {

  static MasterKeyStore in(Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "a long enough one\n");
    return new MasterKeyStore(folder.resolve("master.p12"), password);
  }

  void add(String alias) throws IOException, InterruptedException {
    keytool("-genseckey", "-keyalg", "AES", "-keysize", "256", "-alias", alias);
  }

  void remove(String alias) throws IOException, InterruptedException {
    keytool("-delete", "-alias", alias);
  }

  Map<String, String> settings(String current) {
    return Map.of(
        "vigil.personal.master-keys.key-store", file.toString(),
        "vigil.personal.master-keys.password-file", password.toString(),
        "vigil.personal.master-keys.current", current);
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
    command.addAll(List.of("-storepass:file", password.toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }
}
