package health.vigil.store.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys as openssl writes them. */
public final class KeyFiles {

  private KeyFiles() {}

  /** A new private key; the public one stands beside it as {@code NAME.pub}. */
  public static Path write(Path folder) throws GeneralSecurityException, IOException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path file = Files.createTempFile(folder, "checkpoints", ".pem");
    Files.writeString(publicOf(file), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    return Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
  }

  public static Path publicOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  static String pem(String label, byte[] key) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
  }
}
