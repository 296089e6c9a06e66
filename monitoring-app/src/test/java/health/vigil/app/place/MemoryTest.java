package health.vigil.app.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private final AtomicLong nanoTime = new AtomicLong();
  private final Memory<String, String> memory =
      new Memory<>(2, Duration.ofSeconds(60), nanoTime::get);

  @Test
  void what_was_learnt_is_known() {
    assertThat(memory.recall("ada")).isNull();
    assertThat(learn("ada", "north")).isEqualTo("north");
    assertThat(memory.recall("ada")).isEqualTo("north");
  }

  @Test
  void what_was_forgotten_is_not() {
    learn("ada", "north");
    learn("ben", "south");

    memory.forget("ada");

    assertThat(memory.recall("ada")).isNull();
    assertThat(memory.recall("ben")).isEqualTo("south");
  }

  @Test
  void what_changed_while_it_was_learnt_is_not_remembered() {
    String answer =
        memory.learn(
            "ada",
            () -> {
              memory.forget("ada");
              return "north, before she was moved";
            },
            any -> true);

    assertThat(answer).startsWith("north");
    assertThat(memory.recall("ada")).isNull();
    learn("ada", "south");
    assertThat(memory.recall("ada")).isEqualTo("south");
  }

  @Test
  void what_is_not_worth_it_makes_nobody_be_forgotten() {
    learn("ada", "north");
    learn("ben", "south");

    memory.learn("guessed", () -> "unknown", any -> false);

    assertThat(memory.recall("guessed")).isNull();
    assertThat(memory.recall("ada")).isEqualTo("north");
    assertThat(memory.recall("ben")).isEqualTo("south");
  }

  @Test
  void it_is_bounded_and_forgets_who_was_not_asked_for() {
    learn("ada", "north");
    learn("ben", "south");
    memory.recall("ada");

    learn("cleo", "west");

    assertThat(memory.recall("ben")).isNull();
    assertThat(memory.recall("ada")).isEqualTo("north");
    assertThat(memory.recall("cleo")).isEqualTo("west");
  }

  @Test
  void nothing_is_remembered_for_ever() {
    learn("ada", "north");

    nanoTime.addAndGet(Duration.ofSeconds(60).toNanos());
    assertThat(memory.recall("ada")).isEqualTo("north");
    nanoTime.incrementAndGet();
    assertThat(memory.recall("ada")).isNull();
  }

  @Test
  void what_could_not_be_learnt_is_tried_again() {
    assertThatThrownBy(
            () ->
                memory.learn(
                    "ada",
                    () -> {
                      throw new IllegalStateException("the log could not be read");
                    },
                    any -> true))
        .isInstanceOf(IllegalStateException.class);

    assertThat(learn("ada", "north")).isEqualTo("north");
    assertThat(memory.recall("ada")).isEqualTo("north");
  }

  private String learn(String key, String value) {
    return memory.learn(key, () -> value, any -> true);
  }
}
