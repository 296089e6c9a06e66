package health.vigil.app.log;

import health.vigil.store.append.WriterSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What this node's writer of the log takes on. */
@ConfigMapping(prefix = "vigil.log")
interface WriterConfiguration {
  /** The shortest and the longest time that a caller may be left without an answer. */
  Duration SHORTEST_ANSWER = Duration.ofMillis(100);

  Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  /** Groups that PostgreSQL has at once, each by a connection of its own. */
  @WithDefault("2")
  @Min(1)
  @Max(8)
  int lanes();

  /** Appends that may wait for the writer; more are told to come again. */
  @WithDefault("4096")
  @Min(1)
  int maxWaiting();

  /** What these may weigh, about; more are told to come again. */
  @WithDefault("64M")
  MemorySize maxWaitingSize();

  /** Events that are written together, at most; a larger append is written alone. */
  @WithDefault("2048")
  @Min(1)
  @Max(100_000)
  int groupEvents();

  /** What these may weigh, about; a larger append is written alone. */
  @WithDefault("8M")
  MemorySize groupSize();

  /**
   * After which a caller is told what is known of an append: that nothing was recorded, or that
   * nobody knows yet. What PostgreSQL works on for longer is given up.
   */
  @WithDefault("5s")
  Duration answerTimeout();

  /**
   * @throws ConfigurationException with one sentence
   */
  default WriterSettings settings() {
    require(
        answerTimeout().compareTo(SHORTEST_ANSWER) >= 0
            && answerTimeout().compareTo(LONGEST_ANSWER) <= 0,
        "vigil.log.answer-timeout is from 100ms to 30s.");
    require(
        maxWaitingSize().asLongValue() >= groupSize().asLongValue(),
        "vigil.log.max-waiting-size is no less than vigil.log.group-size.");
    require(groupSize().asLongValue() > 0, "vigil.log.group-size is more than nothing.");
    return new WriterSettings(
        lanes(),
        maxWaiting(),
        maxWaitingSize().asLongValue(),
        groupEvents(),
        groupSize().asLongValue(),
        answerTimeout());
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ConfigurationException(otherwise);
    }
  }
}
