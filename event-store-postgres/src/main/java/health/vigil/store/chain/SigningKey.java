package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** The private half of the key that signs checkpoints (Ed25519). */
public final class SigningKey {

  private final PrivateKey key;
  private final VerifyingKey verifyingKey;

  private SigningKey(PrivateKey key, PublicKey publicKey) {
    this.key = key;
    this.verifyingKey = new VerifyingKey(publicKey);
  }

  /**
   * Reads a private key in PEM (PKCS #8), as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws UnusableKeyException when it can not be read or is none of Ed25519
   */
  public static SigningKey read(Path file) {
    byte[] bytes = Pem.read(file, "PRIVATE KEY");
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      SigningKey signing = new SigningKey(key, publicHalf(key));
      signing.prove();
      return signing;
    } catch (GeneralSecurityException e) {
      throw new UnusableKeyException("holds no private key of Ed25519", e);
    }
  }

  /**
   * The file holds the secret only, and Java has no other way from it to the public key than to
   * generate a pair from the same 32 bytes of chance.
   */
  private static PublicKey publicHalf(PrivateKey key) throws GeneralSecurityException {
    byte[] secret =
        ((EdECPrivateKey) key)
            .getBytes()
            .orElseThrow(() -> new GeneralSecurityException("the key does not show itself"));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new NoChance(secret));
    return generator.generateKeyPair().getPublic();
  }

  /** Another security provider might generate in another way: the halves must fit. */
  private void prove() throws GeneralSecurityException {
    if (!verifyingKey.signed(sign("proof", 1, "0".repeat(64), Instant.EPOCH))) {
      throw new GeneralSecurityException("the halves of the key do not fit");
    }
  }

  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  /** Signs that the log of this epoch has this hash at this position. */
  public Checkpoint sign(String epoch, long position, String hash, Instant time) {
    Instant at = time.truncatedTo(ChronoUnit.MICROS);
    String text = Checkpoint.textOf(epoch, position, hash, at, verifyingKey.id());
    return new Checkpoint(epoch, position, hash, at, verifyingKey.id(), signature(text));
  }

  /**
   * Signs a text, in UTF-8. It begins with the name of its form, so that what was signed as one
   * thing is never taken for another.
   *
   * @return the signature in Base64
   */
  public String signature(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of the checkpoints does not sign", e);
    }
  }

  /** Gives the bytes that it was given. */
  private static final class NoChance extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final byte[] bytes;

    NoChance(byte[] bytes) {
      super();
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, 0, into, 0, into.length);
    }
  }
}
