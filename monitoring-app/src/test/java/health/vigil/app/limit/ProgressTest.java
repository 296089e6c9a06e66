package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Duration LAG = Duration.ofSeconds(5);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Progress progress = new Progress();

  @Test
  void a_processor_that_moves_is_as_far_behind_as_it_is() {
    for (int second = 0; second < 100; second++) {
      assertThat(progress.lag(second, LAG, second * SECOND)).isEqualTo(LAG);
    }
  }

  @Test
  void readings_are_not_held_back_for_a_processor_that_stands_still() {
    assertThat(progress.lag(7, LAG, 0)).isEqualTo(LAG);
    assertThat(progress.lag(7, LAG, 10 * SECOND)).isEqualTo(LAG);
    assertThat(progress.lag(7, LAG, 11 * SECOND)).isZero();
    assertThat(progress.lag(8, LAG, 12 * SECOND)).isEqualTo(LAG);
  }
}
