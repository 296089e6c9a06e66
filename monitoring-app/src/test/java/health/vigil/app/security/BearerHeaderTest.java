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
  void aSignedTokenNamesItsKey() {
    assertThat(BearerHeader.keyOf(List.of("Bearer " + GOOD))).hasValue("1");
    assertThat(BearerHeader.keyOf(List.of("bearer  " + GOOD))).hasValue("1");
  }

  @Test
  void noHeaderNamesNone() {
    assertThat(BearerHeader.keyOf(List.of())).isEmpty();
  }

  @Test
  void twoTokensAreNone() {
    assertThat(BearerHeader.keyOf(List.of("Bearer " + GOOD, "Bearer " + GOOD))).isEmpty();
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
    assertThat(BearerHeader.keyOf(List.of(header))).isEmpty();
  }

  @Test
  void bothPartsAreObjectsAndTheHeadNamesItsAlgorithmAndKeyInWords() {
    for (String head :
        List.of(
            "[]",
            "null",
            "7",
            "{}",
            "{\"alg\":7,\"kid\":\"1\"}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":\"RS256\",\"kid\":7}",
            "{\"alg\":\"RS256\",\"kid\":\"" + "x".repeat(501) + "\"}",
            "{")) {
      assertThat(BearerHeader.keyOf(List.of("Bearer " + token(head, "{}")))).as(head).isEmpty();
    }
    for (String claims : List.of("[]", "null", "\"x\"", "[".repeat(5_000))) {
      assertThat(
              BearerHeader.keyOf(
                  List.of("Bearer " + token("{\"alg\":\"x\",\"kid\":\"1\"}", claims))))
          .as(claims)
          .isEmpty();
    }
    assertThat(BearerHeader.keyOf(List.of(GOOD))).as("without its scheme").isEmpty();
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
