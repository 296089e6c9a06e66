package health.vigil.projection.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationDueTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T08:00:00Z");

  @ParameterizedTest(name = "an interval of {0} min has a grace of {1} s")
  @CsvSource({"30, 300", "50, 300", "60, 360", "240, 1440", "720, 4320"})
  void the_grace_is_a_tenth_of_the_interval_but_at_least_five_minutes(long minutes, long grace) {
    Instant due = SINCE.plus(Duration.ofMinutes(minutes));
    ObservationDue observation = new ObservationDue(SINCE, due, null);

    assertThat(observation.overdue(due.plusSeconds(grace).minusMillis(1))).isFalse();
    assertThat(observation.overdue(due.plusSeconds(grace))).isTrue();
  }

  @Test
  void a_pause_puts_off_when_it_is_due() {
    Instant due = SINCE.plus(Duration.ofHours(1));
    Instant until = SINCE.plus(Duration.ofHours(3));
    ObservationDue observation = new ObservationDue(SINCE, due, until);

    assertThat(observation.overdue(until.plusSeconds(359))).isFalse();
    assertThat(observation.overdue(until.plusSeconds(360))).isTrue();
    assertThat(observation.stale(due.plusSeconds(1))).isTrue();
  }

  @Test
  void a_pause_that_ended_before_it_is_due_changes_nothing() {
    Instant due = SINCE.plus(Duration.ofHours(1));
    ObservationDue observation = new ObservationDue(SINCE, due, SINCE.plusSeconds(60));

    assertThat(observation.overdue(due.plusSeconds(360))).isTrue();
  }

  @Test
  void nothing_due_is_never_overdue_or_stale() {
    ObservationDue observation = new ObservationDue(SINCE, null, null);

    assertThat(observation.overdue(Instant.MAX)).isFalse();
    assertThat(observation.stale(Instant.MAX)).isFalse();
  }
}
