package health.vigil.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextObservationTest {
  private static final Instant LAST = Instant.parse("2026-11-23T08:00:00Z");

  @ParameterizedTest
  @CsvSource({"PT30M,PT35M", "PT50M,PT55M", "PT1H,PT66M", "PT4H,PT4H24M", "PT12H,PT13H12M"})
  void isOverdueATenthOfTheIntervalAfterItIsDueAndAtLeastFiveMinutes(
      Duration interval, Duration overdue) {
    NextObservation next = NextObservation.after(LAST, LAST.plus(interval));
    assertThat(next.overdueAt(null)).isEqualTo(LAST.plus(overdue));
  }

  @Test
  void isNotOverdueUntilAPauseEnds() {
    NextObservation next = NextObservation.after(LAST, LAST.plus(Duration.ofHours(1)));
    Instant until = LAST.plus(Duration.ofHours(3));
    assertThat(next.overdueAt(until)).isEqualTo(until.plus(Duration.ofMinutes(6)));
  }

  @Test
  void aPauseThatEndsBeforeItIsDuePutsNothingOff() {
    NextObservation next = NextObservation.after(LAST, LAST.plus(Duration.ofHours(1)));
    assertThat(next.overdueAt(LAST.plusSeconds(60))).isEqualTo(next.overdueAt(null));
  }
}
