package health.vigil.patient;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrnClaimsTest {
  private final MrnClaims claims = new MrnClaims(new byte[32]);

  /** The expected value was computed with OpenSSL 3. */
  @Test
  void theIdIsAnHmacSha256OfTheNumber() {
    MrnClaims known = new MrnClaims("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));

    assertThat(known.claimOn("MRN-1"))
        .hasToString("mrn:079786d8a99d018050beb475247ace0d7a0bd6ca74fdd342432d6dc05c434943");
  }

  @ParameterizedTest
  @CsvSource({
    "mrn-1, MRN-1",
    "'  MRN-1 ', MRN-1",
    "\uFF2D\uFF32\uFF2E-1, MRN-1",
    "ǰ1, ǰ1",
    "ﬁ1, FI1"
  })
  void numbersThatPeopleTakeForTheSameAreTheSame(String one, String other) {
    assertThat(claims.claimOn(one)).isEqualTo(claims.claimOn(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MRN-2", "MRN1", "MRN 1", "MRN--1", ""})
  void otherNumbersAreOthers(String other) {
    assertThat(claims.claimOn(other)).isNotEqualTo(claims.claimOn("MRN-1"));
  }

  @Test
  void anotherKeyMakesAnotherId() {
    byte[] otherKey = new byte[32];
    otherKey[31] = 1;

    assertThat(new MrnClaims(otherKey).claimOn("1")).isNotEqualTo(claims.claimOn("1"));
  }

  @Test
  void theIdDoesNotShowTheNumber() {
    for (String mrn : List.of("MRN-1", "12345678")) {
      assertThat(claims.claimOn(mrn).value()).matches("mrn:[0-9a-f]{64}").doesNotContain(mrn);
    }
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new MrnClaims(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
  }

  @Test
  void theNextClaimOnANumberDoesNotTellWhichItFollows() {
    MrnClaimId first = claims.claimOn("MRN-1");

    MrnClaimId next = claims.after(first);

    assertThat(next.value()).matches("mrn:[0-9a-f]{64}").isNotEqualTo(first.value());
    assertThat(claims.after(first)).isEqualTo(next);
    assertThat(claims.after(next)).isNotIn(first, next);
    assertThat(claims.claimOn(first.value())).isNotEqualTo(next);
  }
}
