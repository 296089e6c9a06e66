package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookUpsTest {
  private final AtomicLong now = new AtomicLong();
  private final LookUps lookUps = new LookUps(now::get);
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void stop() {
    over.countDown();
    lookUps.stop();
  }

  @Test
  void what_is_found_is_told() {
    assertThat(ask()).isCompletedWithValueMatching(found -> found);
  }

  @Test
  void who_comes_when_too_many_wait_is_refused_at_once() {
    List<CompletableFuture<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < Places.LOOKED_UP_AT_ONCE + LookUps.AT_MOST_WAITING; i++) {
      asked.add(lookUps.ask("nurse-" + i, this::untilOver).toCompletableFuture());
    }

    assertThatThrownBy(() -> ask().join()).hasCauseInstanceOf(RejectedExecutionException.class);

    over.countDown();
    assertThat(asked).allSatisfy(one -> assertThat(one.join()).isTrue());
  }

  @Test
  void all_devices_of_a_hospital_that_come_at_once_after_a_start_are_let_through() {
    List<CompletableFuture<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      asked.add(lookUps.ask("device-" + i, this::untilOver).toCompletableFuture());
    }

    over.countDown();

    assertThat(asked).allSatisfy(one -> assertThat(one.join()).isTrue());
  }

  @Test
  void who_asks_for_too_much_keeps_nobody_else_out() {
    List<CompletableFuture<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < LookUps.AT_MOST_OF_ONE + 1; i++) {
      asked.add(lookUps.ask("flood", this::untilOver).toCompletableFuture());
    }
    CompletableFuture<Boolean> other = lookUps.ask("nurse", () -> true).toCompletableFuture();

    assertThatThrownBy(() -> asked.get(LookUps.AT_MOST_OF_ONE).join())
        .hasCauseInstanceOf(RejectedExecutionException.class);

    over.countDown();
    assertThat(other.join()).isTrue();
    asked.subList(0, LookUps.AT_MOST_OF_ONE).forEach(CompletableFuture::join);
    assertThat(lookUps.ask("flood", () -> true).toCompletableFuture().join()).isTrue();
  }

  @Test
  void who_has_waited_too_long_is_refused() {
    for (int i = 0; i < Places.LOOKED_UP_AT_ONCE; i++) {
      assertThat(lookUps.ask("nurse-" + i, this::untilOver)).isNotNull();
    }
    CompletableFuture<Boolean> late = lookUps.ask("nurse", () -> true).toCompletableFuture();

    now.addAndGet(LookUps.LONGEST_WAIT.toNanos() + 1);
    over.countDown();

    assertThatThrownBy(late::join).hasCauseInstanceOf(RejectedExecutionException.class);
  }

  private CompletableFuture<Boolean> ask() {
    CompletableFuture<Boolean> found = lookUps.ask("nurse", () -> true).toCompletableFuture();
    found.exceptionally(failure -> false).join();
    return found;
  }

  private boolean untilOver() {
    try {
      over.await();
      return true;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
