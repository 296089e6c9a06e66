package health.vigil.app.alert.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @Test
  void timesAreTheHospitalsToTheMinute() {
    Instant time = Instant.parse("2026-11-23T03:10:59Z");

    assertThat(new Words(ZoneOffset.UTC).time(time)).isEqualTo("23 Nov 2026, 03:10 UTC");
    assertThat(new Words(ZoneId.of("Europe/Berlin")).time(time))
        .isEqualTo("23 Nov 2026, 04:10 UTC+01:00");
    assertThat(new Words(ZoneId.of("America/New_York")).time(time))
        .isEqualTo("22 Nov 2026, 22:10 UTC-05:00");
  }

  @Test
  void theHourThatComesTwiceIsToldApart() {
    Words berlin = new Words(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.time(Instant.parse("2026-10-25T00:30:00Z")))
        .isEqualTo("25 Oct 2026, 02:30 UTC+02:00");
    assertThat(berlin.time(Instant.parse("2026-10-25T01:30:00Z")))
        .isEqualTo("25 Oct 2026, 02:30 UTC+01:00");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-3S, 0 s",
    "PT0S, 0 s",
    "PT59S, 59 s",
    "PT1M, 1 min",
    "PT5M20S, 5 min",
    "PT1H, 1 h",
    "PT1H30M, 1 h 30 min",
    "PT26H, 26 h"
  })
  void durationsAreSaidAsPeopleDo(Duration duration, String text) {
    assertThat(Words.duration(duration)).isEqualTo(text);
  }

  @Test
  void codesAndListsReadAsSentences() {
    assertThat(Words.coded("MEDICAL_TEAM")).isEqualTo("medical team");
    assertThat(Words.priority(Priority.HIGH)).isEqualTo("high priority");
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Words.sentence("told")).isEqualTo("Told.");
  }
}
