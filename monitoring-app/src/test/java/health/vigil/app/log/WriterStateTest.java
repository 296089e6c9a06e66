package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriterStateTest {
  private final AtomicLong now = new AtomicLong(42);
  private final WriterState state = new WriterState(now::get, Duration.ofSeconds(10));

  @Test
  void a_writer_of_which_nothing_was_heard_is_well() {
    assertThat(state.silence()).isEmpty();
    assertThat(state.isUnsettled()).isFalse();
  }

  @Test
  void it_is_silent_from_the_loss_of_its_connection_to_the_next() {
    state.lost();
    pass(Duration.ofSeconds(7));
    assertThat(state.silence()).contains(Duration.ofSeconds(7));

    state.recovered();
    assertThat(state.silence()).isEmpty();
  }

  @Test
  void what_nobody_knew_is_remembered_for_a_moment() {
    state.unknown();
    pass(Duration.ofSeconds(9));
    assertThat(state.isUnsettled()).isTrue();

    pass(Duration.ofSeconds(1));
    assertThat(state.isUnsettled()).isFalse();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
