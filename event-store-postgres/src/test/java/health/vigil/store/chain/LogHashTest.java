package health.vigil.store.chain;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.RecordedEvent;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The literal hashes were made with printf and sha256sum, from the layout as it is documented. */
class LogHashTest {

  private static final RecordedEvent FIRST =
      new RecordedEvent(
          1,
          "e-1",
          "ward:A",
          0,
          "Ward",
          "BedMadeAvailable",
          "1",
          "{\"bed\":\"1\"}",
          "{}",
          Instant.parse("2026-11-23T13:05:00.123456Z"),
          Instant.parse("2026-11-23T13:05:00.125Z"),
          "fbd2cf704b9774e5c95101cbdeabb589592c31a68c9e82a042509d0b0085f70f");

  private static final RecordedEvent SECOND =
      new RecordedEvent(
          2,
          "e-2",
          "Sénèque 🛏",
          Long.MAX_VALUE,
          null,
          "",
          null,
          "{ \"note\" : \"50 µg \\\"stat\\\" \\\\ \\u0000\" }\n",
          "{\"subject\":\"漢字\"}",
          Instant.parse("+12345-01-31T23:59:59.999999999Z"),
          Instant.parse("2026-11-23T13:05:00.125Z"),
          "65f5db1e8dfb141ff5bf401e166c9d3236419f4ecc32486b2f0d854221a46dfb");

  private final LogHash hashes = new LogHash();

  @Test
  void theDigestSaysWhatAnEventIs() {
    assertThat(HexFormat.of().formatHex(hashes.digest(FIRST)))
        .isEqualTo("4f6a35aec5b6de33ebba8eb84fa0cb4d8fc89a262748ce6f8afb38b87e9f5c21");
    assertThat(HexFormat.of().formatHex(hashes.digest(SECOND)))
        .isEqualTo("c751bcadec9363457838b9939063457bad35ccbd7b29d10fc5872c580c6ac031");
  }

  @Test
  void theHashOfTheFirstEventRestsOnZeros() {
    assertThat(hashes.of(FIRST, "0".repeat(64))).isEqualTo(FIRST.hash());
  }

  @Test
  void theHashOfALaterEventRestsOnTheOneBeforeIt() {
    assertThat(hashes.of(SECOND, FIRST.hash())).isEqualTo(SECOND.hash());
  }

  @Test
  void aPayloadLargerThanAnyBufferIsHashedAsItLies() {
    Netstrings text = new Netstrings();
    byte[] large = "x".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    byte[] hash = new byte[LogHash.LENGTH];
    text.number(Long.MIN_VALUE).bytes(large, 0, large.length).absent().finish(hash);

    // { printf '20:-9223372036854775808,100000:'; head -c 100000 /dev/zero | tr '\0' x; printf
    // ',-,'; } | sha256sum
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("aeaa97324a774fcde9c5838f719d1fbab5be860a530ed00fc46284bb6fda0589");
  }
}
