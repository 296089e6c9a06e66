package health.vigil.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {
  private final AtomicLong now = new AtomicLong();
  private final OnceAMinute<String> due = new OnceAMinute<>(2, now::get);

  @Test
  void each_key_is_due_once_a_minute() {
    assertThat(due.isDue("a")).isTrue();
    assertThat(due.isDue("b")).isTrue();
    now.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(due.isDue("a")).isFalse();
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(due.isDue("a")).isTrue();
    assertThat(due.isDue("a")).isFalse();
  }

  @Test
  void no_more_keys_are_kept_than_it_may() {
    due.isDue("a");
    due.isDue("b");
    due.isDue("c");

    assertThat(due.isDue("c")).isFalse();
    assertThat(due.isDue("b")).isFalse();
    assertThat(due.isDue("a")).isTrue();
  }
}
