package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcTextTest {

  private final UtcText texts = new UtcText();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T13:05:00.123456Z, 2026-11-23T13:05:00.123456Z",
    "2026-11-23T13:05:00Z, 2026-11-23T13:05:00.000000Z",
    "2026-11-23T23:59:59.999999999Z, 2026-11-23T23:59:59.999999Z",
    "1999-12-31T23:59:59.999999Z, 1999-12-31T23:59:59.999999Z",
    "2000-01-01T00:00:00.000001Z, 2000-01-01T00:00:00.000001Z",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500000Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00.000000Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000000Z",
    "+294246-12-31T23:59:59.999999Z, 294246-12-31T23:59:59.999999Z",
    "-0043-03-15T12:00:00Z, -0043-03-15T12:00:00.000000Z",
  })
  void aTimeIsWrittenInUtcWithSixDigits(Instant time, String text) {
    assertThat(written(UtcText.micros(time))).isEqualTo(text);
  }

  @Test
  void theDayIsWrittenAnewWhenItChanges() {
    assertThat(written(UtcText.micros(Instant.parse("2026-11-23T23:59:59Z"))))
        .startsWith("2026-11-23T");
    assertThat(written(UtcText.micros(Instant.parse("2026-11-24T00:00:00Z"))))
        .startsWith("2026-11-24T00");
    assertThat(written(UtcText.micros(Instant.parse("2026-11-23T00:00:00Z"))))
        .startsWith("2026-11-23T00");
  }

  @Test
  void aCountOfMicrosecondsIsATime() {
    Instant time = Instant.parse("1999-12-31T23:59:59.999999Z");

    assertThat(UtcText.instant(UtcText.micros(time))).isEqualTo(time);
  }

  private String written(long micros) {
    byte[] text = new byte[UtcText.LONGEST];
    return new String(text, 0, texts.write(micros, text, 0), US_ASCII);
  }
}
