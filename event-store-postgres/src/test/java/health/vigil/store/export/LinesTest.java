package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a", "a\n", "a\nb", "a\n\nb\n", "\na\r\n", "a\n\n"})
  void linesEndWithLineFeedsAndTheLastMayLackOne(String text) throws IOException {
    String[] expected =
        text.isEmpty() ? new String[0] : text.replaceFirst("\n\\z", "").split("\n", -1);

    assertThat(read(new ByteArrayInputStream(text.getBytes(UTF_8)))).containsExactly(expected);
  }

  @Test
  void aLineMayBeLongerThanWhatIsReadAtOnce() throws IOException {
    String text = "x".repeat(200_000) + "\n" + "y".repeat(65_535) + "\nz\n";

    assertThat(read(new ByteArrayInputStream(text.getBytes(UTF_8))))
        .containsExactly("x".repeat(200_000), "y".repeat(65_535), "z");
  }

  /** Something endless, such as a device. */
  @Test
  void ofALineWithoutEndOnlyTheBeginningIsKept() throws IOException {
    InputStream zeros =
        new InputStream() {
          private long left = 200_000_000;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            left -= length;
            return left > 0 ? length : -1;
          }
        };

    assertThat(new Lines(zeros).next().orElseThrow()).hasSizeLessThan(40_000_000);
  }

  private static List<String> read(InputStream input) throws IOException {
    Lines lines = new Lines(input);
    List<String> all = new ArrayList<>();
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(new String(line.get(), UTF_8));
    }
    return all;
  }
}
