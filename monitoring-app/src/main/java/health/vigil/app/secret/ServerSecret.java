package health.vigil.app.secret;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key of the server, read once at start-up; hashes for different purposes share nothing. */
@Startup
@Singleton
public class ServerSecret {
  static final int LEAST_BYTES = 32;

  private final byte[] key;

  ServerSecret(SecretConfiguration configuration) {
    this.key =
        read(
            configuration
                .keyFile()
                .orElseThrow(
                    () ->
                        new ConfigurationException(
                            "vigil.mrn.key-file is not set: it names a file with at least 32"
                                + " random bytes.")));
  }

  /** Keyed hashes for one purpose. */
  public KeyedHash hashFor(String purpose) {
    return new KeyedHash(keyFor(purpose));
  }

  /** A key of 32 bytes for one purpose. */
  public byte[] keyFor(String purpose) {
    return new KeyedHash(key).bytes(purpose.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ConfigurationException(
          "The file that vigil.mrn.key-file names does not exist or can not be read.");
    }
    byte[] bytes = bytes(file);
    if (bytes.length < LEAST_BYTES) {
      throw new ConfigurationException(
          "The file that vigil.mrn.key-file names holds fewer than " + LEAST_BYTES + " bytes.");
    }
    return bytes;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
