package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Duration TOLERATED = Duration.ofSeconds(2);
  private static final AlertLag.Look FAR_BEHIND = new AlertLag.Look(Duration.ofSeconds(3), true);
  private static final AlertLag.Look LITTLE_BEHIND = new AlertLag.Look(TOLERATED, true);
  private static final AlertLag.Look NOT_BEHIND = new AlertLag.Look(Duration.ZERO, true);

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
    assertThat(allowance.next(1, LITTLE_BEHIND)).isEqualTo(3);
    assertThat(allowance.next(15, NOT_BEHIND)).isEqualTo(16);
    assertThat(allowance.next(16, NOT_BEHIND)).isEqualTo(16);
    assertThat(new Allowance(4, TOLERATED).next(1, NOT_BEHIND)).isEqualTo(2);
  }

  @Test
  void stays_as_it_is_while_a_part_of_alerting_stands_still() {
    assertThat(allowance.next(5, new AlertLag.Look(Duration.ZERO, false))).isEqualTo(5);
    assertThat(allowance.next(4, new AlertLag.Look(Duration.ofSeconds(3), false))).isEqualTo(2);
  }
}
