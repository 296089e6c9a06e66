package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Duration TOLERATED = Duration.ofSeconds(2);
  private static final Duration FAR_BEHIND = Duration.ofSeconds(3);

  private final Allowance allowance = new Allowance(16, TOLERATED);

  @Test
  void is_halved_while_alerting_is_too_far_behind() {
    assertThat(allowance.next(16, FAR_BEHIND)).isEqualTo(8);
    assertThat(allowance.next(8, FAR_BEHIND)).isEqualTo(4);
    assertThat(allowance.next(3, FAR_BEHIND)).isEqualTo(1);
  }

  @Test
  void always_leaves_one() {
    assertThat(allowance.next(1, FAR_BEHIND)).isEqualTo(1);
  }

  @Test
  void is_given_back_by_eighths_when_alerting_has_caught_up() {
    assertThat(allowance.next(1, TOLERATED)).isEqualTo(3);
    assertThat(allowance.next(15, Duration.ZERO)).isEqualTo(16);
    assertThat(allowance.next(16, Duration.ZERO)).isEqualTo(16);
    assertThat(new Allowance(4, TOLERATED).next(1, Duration.ZERO)).isEqualTo(2);
  }
}
