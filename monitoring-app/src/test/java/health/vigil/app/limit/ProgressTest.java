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
      assertThat(progress.lag(second, LAG, second * SECOND)).contains(LAG);
    }
  }

  @Test
  void of_one_that_is_behind_and_stands_still_nothing_is_known() {
    assertThat(progress.lag(7, LAG, 0)).contains(LAG);
    assertThat(progress.lag(7, LAG, 60 * SECOND)).contains(LAG);
    assertThat(progress.lag(7, LAG, 61 * SECOND)).isEmpty();
    assertThat(progress.lag(8, LAG, 62 * SECOND)).contains(LAG);
  }

  @Test
  void one_that_has_nothing_to_do_does_not_stand_still() {
    assertThat(progress.lag(7, Duration.ZERO, 0)).contains(Duration.ZERO);
    assertThat(progress.lag(7, Duration.ZERO, 100 * SECOND)).contains(Duration.ZERO);
    assertThat(progress.lag(7, LAG, 101 * SECOND)).contains(LAG);
    assertThat(progress.lag(7, LAG, 161 * SECOND)).isEmpty();
  }
}
