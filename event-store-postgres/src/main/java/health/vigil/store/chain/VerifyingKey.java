package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of the key that signs checkpoints (Ed25519): whoever has it can tell whether a
 * checkpoint is genuine, and can sign none.
 */
public final class VerifyingKey {

  private static final int ID_DIGITS = 16;

  private final PublicKey key;
  private final String id;

  VerifyingKey(PublicKey key) {
    this.key = key;
    this.id = idOf(key);
  }

  /**
   * Reads a public key in PEM, as {@code openssl pkey -pubout} writes it.
   *
   * @throws UnusableKeyException when it can not be read or is none of Ed25519
   */
  public static VerifyingKey read(Path file) {
    byte[] bytes = Pem.read(file, "PUBLIC KEY");
    try {
      return new VerifyingKey(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException e) {
      throw new UnusableKeyException("holds no public key of Ed25519", e);
    }
  }

  private static String idOf(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The first 16 hexadecimal digits of the SHA-256 of the key in DER. */
  public String id() {
    return id;
  }

  /** Whether this key signed exactly this checkpoint. */
  public boolean signed(Checkpoint checkpoint) {
    return checkpoint.key().equals(id) && signed(checkpoint.text(), checkpoint.signature());
  }

  /**
   * Whether this key signed exactly this text.
   *
   * @param signature in Base64; what is none is no signature
   */
  public boolean signed(String text, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text.getBytes(UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      return false;
    }
  }
}
