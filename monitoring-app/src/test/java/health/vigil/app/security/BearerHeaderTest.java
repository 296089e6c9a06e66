package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {
  private static final String GOOD = token("{\"alg\":\"RS256\",\"kid\":\"1\"}", "{\"sub\":\"x\"}");

  @Test
  void aSignedTokenIsWellFormedAndSoIsNone() {
    assertThat(BearerHeader.isWellFormed(List.of())).isTrue();
    assertThat(BearerHeader.isWellFormed(List.of("Bearer " + GOOD))).isTrue();
    assertThat(BearerHeader.isWellFormed(List.of("bearer  " + GOOD))).isTrue();
  }

  @Test
  void twoTokensAreNone() {
    assertThat(BearerHeader.isWellFormed(List.of("Bearer " + GOOD, "Bearer " + GOOD))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer .",
        "Bearer ..",
        "Bearer ...",
        "Bearer a.b.c",
        "Basic a.b.c",
        "Bearer bm90.anNvbg.eA"
      })
  void whatHasNotItsFormIsNone(String header) {
    assertThat(BearerHeader.isWellFormed(List.of(header))).isFalse();
  }

  @Test
  void bothPartsAreObjectsAndTheHeadNamesItsAlgorithmAndKeyInWords() {
    for (String head :
        List.of("[]", "null", "7", "{}", "{\"alg\":7}", "{\"alg\":\"RS256\",\"kid\":7}", "{")) {
      assertThat(BearerHeader.isWellFormed(List.of("Bearer " + token(head, "{}"))))
          .as(head)
          .isFalse();
    }
    for (String claims : List.of("[]", "null", "\"x\"", "[".repeat(5_000))) {
      assertThat(BearerHeader.isWellFormed(List.of("Bearer " + token("{\"alg\":\"x\"}", claims))))
          .as(claims)
          .isFalse();
    }
    assertThat(BearerHeader.isWellFormed(List.of(GOOD))).as("without its scheme").isFalse();
  }

  private static String token(String head, String claims) {
    return encoded(head) + "." + encoded(claims) + ".c2ln";
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
