package health.vigil.cli;

import health.vigil.store.chain.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A pair of keys as openssl writes them, {@code NAME.pem} and {@code NAME.pub}. */
record Keys(Path secret, Path published) {

  static Keys in(Path folder, String name) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new Keys(
          write(folder.resolve(name + ".pem"), "PRIVATE KEY", pair.getPrivate().getEncoded()),
          write(folder.resolve(name + ".pub"), "PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK of 17 or newer has it", e);
    }
  }

  private static Path write(Path file, String label, byte[] key) throws IOException {
    return Files.writeString(
        file,
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(label, Base64.getEncoder().encodeToString(key)));
  }

  SigningKey signing() {
    return SigningKey.read(secret);
  }
}
