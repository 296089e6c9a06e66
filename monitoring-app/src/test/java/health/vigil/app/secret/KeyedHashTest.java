package health.vigil.app.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  private final KeyedHash hash = new KeyedHash(new byte[32]);

  @Test
  void it_is_hmac_sha_256() {
    KeyedHash rfc4231 = new KeyedHash("Jefe".getBytes(StandardCharsets.US_ASCII));

    assertThat(rfc4231.hex("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void parts_are_kept_apart() {
    assertThat(hash.hex("a", "bc")).isNotEqualTo(hash.hex("ab", "c"));
    assertThat(hash.hex("a", "bc")).isEqualTo(hash.hex("a", "bc"));
  }

  @Test
  void another_key_gives_another_hash() {
    assertThat(new KeyedHash(new byte[] {1}).hex("a")).isNotEqualTo(hash.hex("a"));
  }
}
