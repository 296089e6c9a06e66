package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracesTest {
  private static final String NAME = "Quixotley";
  private final Traces traces = new Traces(List.of(NAME));

  @Test
  void aTextIsFoundInEveryForm() {
    byte[] text = ("a " + NAME + " z").getBytes(UTF_8);
    Stream.of(
            text,
            HexFormat.of().formatHex(text).getBytes(UTF_8),
            HexFormat.of().withUpperCase().formatHex(text).getBytes(UTF_8),
            ("." + NAME + ".").getBytes(UTF_16LE))
        .forEach(bytes -> assertThat(traces.in(bytes)).isNotEmpty());
  }

  @Test
  void inBase64ItIsFoundWhereverItBegins() {
    for (String before : List.of("", "a", "ab", "abc")) {
      String encoded = Base64.getEncoder().encodeToString((before + NAME + "!?").getBytes(UTF_8));
      assertThat(traces.in(encoded.getBytes(UTF_8))).isNotEmpty();
    }
  }

  @Test
  void whatIsAnotherTextIsNotFound() {
    assertThat(traces.in("Quixotle, Quixotl, uixotley".getBytes(UTF_8))).isEmpty();
  }
}
