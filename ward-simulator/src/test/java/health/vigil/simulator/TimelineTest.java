package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant BEGINNING = Instant.parse("2026-11-23T08:00:00Z");
  private final Timeline timeline =
      new Timeline(BEGINNING, Duration.ofSeconds(10), Duration.ofSeconds(2), 60, 100);

  @Test
  void aTickHasItsRealTimeAndItsMinute() {
    Moment third = timeline.tick(3);
    assertThat(third.at()).isEqualTo(BEGINNING.plusSeconds(32));
    assertThat(third.minute()).isEqualTo(32);
    assertThat(third.round()).isZero();
  }

  @Test
  void afterTheEndTheScenarioBeginsAgain() {
    Moment later = timeline.tick(13);
    assertThat(later.round()).isEqualTo(1);
    assertThat(later.minute()).isEqualTo(32);
  }

  @Test
  void theLastTickIsTheOneBeforeNow() {
    assertThat(timeline.lastTick(BEGINNING.plusSeconds(41))).isEqualTo(3);
    assertThat(timeline.lastTick(BEGINNING.plusSeconds(42))).isEqualTo(4);
    assertThat(timeline.lastTick(BEGINNING)).isEqualTo(-1);
  }
}
