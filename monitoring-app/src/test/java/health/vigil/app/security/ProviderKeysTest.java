package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider publishes one key after another, and is away now and then. */
class ProviderKeysTest {
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final Duration SELDOM = Duration.ofHours(1);

  private final AtomicInteger fetched = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Set<String> published = Set.of("first");
  private volatile boolean away;
  private volatile boolean broken;
  private volatile boolean swallowing;
  private ProviderKeys keys = keys(SELDOM);

  @AfterEach
  void stop() {
    over.countDown();
    keys.stop();
  }

  @Test
  void keys_that_are_known_are_believed_without_asking() {
    keys.begin(new StartupEvent());

    assertThat(keys.areKnown()).isTrue();
    assertThat(keys.contain("first")).isCompletedWithValue(true);
    assertThat(fetched).hasValue(1);
  }

  @Test
  void while_the_provider_is_away_at_the_start_who_asks_is_told_so_at_once() {
    away = true;
    keys.begin(new StartupEvent());

    assertThat(keys.areKnown()).isFalse();
    assertThat(keys.contain("first")).isCompletedExceptionally();

    away = false;
    Awaitility.await().until(keys::areKnown);
    assertThat(keys.contain("first")).isCompletedWithValue(true);
  }

  @Test
  void a_provider_that_swallows_what_it_is_sent_holds_nobody_up() {
    swallowing = true;
    keys.begin(new StartupEvent());

    assertThat(new ProviderHealth(keys).call().getStatus()).hasToString("DOWN");
    for (int i = 0; i < 100; i++) {
      assertThat(keys.contain("first")).isCompletedExceptionally();
    }
    assertThat(fetched).hasValue(1);

    over.countDown();
    Awaitility.await().until(keys::areKnown);
    assertThat(new ProviderHealth(keys).call().getStatus()).hasToString("UP");
  }

  @Test
  void what_was_known_stays_known_while_the_provider_is_away() {
    keys.begin(new StartupEvent());
    away = true;

    assertThatThrownBy(() -> find("second")).hasCauseInstanceOf(ProviderAway.class);

    assertThat(keys.areKnown()).isTrue();
    assertThat(keys.contain("first")).isCompletedWithValue(true);
  }

  @Test
  void an_error_at_one_fetch_ends_not_the_next() {
    broken = true;
    keys.begin(new StartupEvent());
    Awaitility.await().untilAtomic(fetched, Matchers.greaterThan(1));
    assertThat(keys.areKnown()).isFalse();

    broken = false;

    Awaitility.await().until(keys::areKnown);
    assertThat(keys.contain("first")).isCompletedWithValue(true);
  }

  @Test
  void a_new_key_is_fetched_once_however_many_ask() {
    keys.begin(new StartupEvent());
    published = Set.of("first", "second");

    List<CompletableFuture<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asked.add(keys.contain("second").toCompletableFuture());
    }

    assertThat(asked).allSatisfy(one -> assertThat(one.join()).isTrue());
    // Who comes while one is under way waits for the next.
    assertThat(fetched.get()).isBetween(2, 3);
  }

  @Test
  void a_key_that_nobody_has_is_looked_for_once_in_a_while() {
    keys.begin(new StartupEvent());

    assertThat(find("none")).isFalse();

    int before = fetched.get();
    assertThat(keys.contain("none")).isCompletedWithValue(false);
    assertThat(fetched).hasValue(before);
  }

  @Test
  void a_key_that_is_withdrawn_is_believed_no_longer() {
    keys.stop();
    keys = keys(Duration.ofMillis(50));
    keys.begin(new StartupEvent());
    assertThat(find("first")).isTrue();

    published = Set.of("second");

    Awaitility.await().until(() -> !find("first"));
    assertThat(find("second")).isTrue();
  }

  @Test
  void too_many_that_ask_are_told_to_come_again() {
    keys.begin(new StartupEvent());
    swallowing = true;
    for (int i = 0; i < ProviderKeys.MOST_WAITING; i++) {
      assertThat(keys.contain("unknown-" + i).toCompletableFuture().isCompletedExceptionally())
          .isFalse();
    }

    assertThat(keys.contain("one more")).isCompletedExceptionally();
  }

  private ProviderKeys keys(Duration refreshed) {
    return new ProviderKeys(this::fetch, INTERVAL, refreshed, System::nanoTime);
  }

  private Set<String> fetch() {
    fetched.incrementAndGet();
    if (swallowing) {
      untilOver();
    }
    if (broken) {
      throw new NoClassDefFoundError();
    }
    if (away) {
      throw new ProviderAway("it does not answer");
    }
    return published;
  }

  private void untilOver() {
    try {
      assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private boolean find(String key) {
    return keys.contain(key).toCompletableFuture().join();
  }
}
