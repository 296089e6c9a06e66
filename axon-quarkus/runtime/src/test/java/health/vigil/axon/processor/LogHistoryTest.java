package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogHistoryTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final LogHistory history = new LogHistory();

  @Test
  void countsFromWhenTheFirstUnhandledEventWasSeen() {
    history.headWas(10, 0);
    history.headWas(20, 5 * SECOND);
    history.headWas(20, 7 * SECOND);

    assertThat(history.behindFor(5, 8 * SECOND)).isEqualTo(Duration.ofSeconds(8));
    assertThat(history.behindFor(10, 8 * SECOND)).isEqualTo(Duration.ofSeconds(3));
    assertThat(history.behindFor(20, 8 * SECOND)).isZero();
  }

  @Test
  void forgetsWhatEverybodyHasHandled() {
    history.headWas(10, 0);
    history.headWas(20, 5 * SECOND);
    history.forgetUpTo(20);

    assertThat(history.behindFor(5, 8 * SECOND)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void neverShowsLessHoweverLongItLasts() {
    for (int i = 0; i < 100_000; i++) {
      history.headWas(i, i * SECOND);
    }

    assertThat(history.behindFor(-1, 100_000 * SECOND)).isEqualTo(Duration.ofSeconds(100_000));
  }
}
