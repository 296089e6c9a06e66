package health.vigil.app.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets of servers that tests make up. */
public final class ServerSecrets {
  private ServerSecrets() {}

  /**
   * @param key at least 32 characters
   */
  public static ServerSecret of(String key) {
    try {
      Path file = Files.createTempFile("secret", ".key");
      try {
        Files.writeString(file, key);
        return new ServerSecret(() -> Optional.of(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
