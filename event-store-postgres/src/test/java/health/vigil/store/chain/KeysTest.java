package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  /** The first example of RFC 8032, section 7.1. */
  private static final byte[] SECRET =
      HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

  private static final byte[] PUBLIC =
      HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

  private static final byte[] BEFORE_SECRET =
      HexFormat.of().parseHex("302e020100300506032b657004220420");
  private static final byte[] BEFORE_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

  @TempDir Path folder;

  @Test
  void thePublicHalfFollowsFromThePrivateOne() throws IOException {
    Path secret = file("PRIVATE KEY", BEFORE_SECRET, SECRET);
    Path known = file("PUBLIC KEY", BEFORE_PUBLIC, PUBLIC);

    SigningKey signing = SigningKey.read(secret);
    Checkpoint checkpoint = signing.sign("a1", 7, "ab".repeat(32), Instant.EPOCH);

    assertThat(signing.verifyingKey().id())
        .isEqualTo(VerifyingKey.read(known).id())
        .isEqualTo(checkpoint.key())
        .hasSize(16);
    assertThat(VerifyingKey.read(known).signed(checkpoint)).isTrue();
  }

  @Test
  void aSignatureIsOfOneCheckpointAndOneKey() throws GeneralSecurityException, IOException {
    SigningKey key = SigningKey.read(KeyFiles.write(folder));
    SigningKey other = SigningKey.read(KeyFiles.write(folder));
    Checkpoint signed = key.sign("a1", 7, "ab".repeat(32), Instant.EPOCH);

    assertThat(key.verifyingKey().signed(signed)).isTrue();
    assertThat(other.verifyingKey().signed(signed)).isFalse();
    assertThat(key.verifyingKey().signed(with(signed, "a2", 7, signed.hash()))).isFalse();
    assertThat(key.verifyingKey().signed(with(signed, "a1", 8, signed.hash()))).isFalse();
    assertThat(key.verifyingKey().signed(with(signed, "a1", 7, "ac".repeat(32)))).isFalse();
  }

  private static Checkpoint with(Checkpoint like, String epoch, long position, String hash) {
    return new Checkpoint(epoch, position, hash, like.at(), like.key(), like.signature());
  }

  @Test
  void aFileThatHoldsNoSuchKeyIsToldWithoutWhatItHolds()
      throws GeneralSecurityException, IOException {
    byte[] ofAnotherKind =
        KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate().getEncoded();
    Path publicOnly = KeyFiles.publicOf(KeyFiles.write(folder));

    assertRefused(folder.resolve("none.pem"), "does not exist or can not be read");
    assertRefused(publicOnly, "holds no PRIVATE KEY in PEM");
    assertRefused(
        Files.writeString(folder.resolve("other.pem"), KeyFiles.pem("PRIVATE KEY", ofAnotherKind)),
        "holds no private key of Ed25519");
    assertRefused(
        Files.writeString(folder.resolve("text.pem"), "-----BEGIN PRIVATE KEY-----\nx\n"),
        "holds no PRIVATE KEY in PEM");
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> SigningKey.read(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(reason);
  }

  private Path file(String label, byte[] before, byte[] key) throws IOException {
    byte[] der = new byte[before.length + key.length];
    System.arraycopy(before, 0, der, 0, before.length);
    System.arraycopy(key, 0, der, before.length, key.length);
    return Files.writeString(folder.resolve(label + ".pem"), KeyFiles.pem(label, der));
  }
}
