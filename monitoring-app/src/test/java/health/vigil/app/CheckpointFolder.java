package health.vigil.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A new folder for checkpoints of the log, with a new key in it. */
public record CheckpointFolder(Path path) {

  public static CheckpointFolder make() {
    try {
      Path path = Files.createTempDirectory("vigil-checkpoints");
      CheckpointFolder folder = new CheckpointFolder(path);
      Files.writeString(folder.keyFile(), key());
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String key() throws GeneralSecurityException {
    byte[] key =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getEncoder().encodeToString(key));
  }

  public Path keyFile() {
    return path.resolve("key.pem");
  }
}
