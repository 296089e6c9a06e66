package health.vigil.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSecretTest {
  @TempDir Path folder;

  @Test
  void hashes_for_different_purposes_share_nothing() throws IOException {
    ServerSecret secret = secret(Optional.of(file(32)));

    assertThat(secret.hashFor("one").hex("a")).isNotEqualTo(secret.hashFor("other").hex("a"));
    assertThat(secret.hashFor("one").hex("a")).isEqualTo(secret.hashFor("one").hex("a"));
  }

  @Test
  void a_file_that_is_not_there_or_too_short_is_one_sentence() throws IOException {
    Path tooShort = file(31);

    assertThatThrownBy(() -> secret(Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("vigil.mrn.key-file is not set");
    assertThatThrownBy(() -> secret(Optional.of(folder.resolve("none"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> secret(Optional.of(tooShort)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("fewer than 32 bytes");
  }

  private static ServerSecret secret(Optional<Path> file) {
    return new ServerSecret(() -> file);
  }

  private Path file(int bytes) throws IOException {
    return Files.write(folder.resolve("key-" + bytes), new byte[bytes]);
  }
}
