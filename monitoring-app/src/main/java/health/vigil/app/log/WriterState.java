package health.vigil.app.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with a writer of the log at the moment. */
final class WriterState {
  private final LongSupplier nanoTime;
  private final Duration remembered;
  private final AtomicReference<@Nullable Long> lostAt = new AtomicReference<>();
  private final AtomicReference<@Nullable Long> unknownAt = new AtomicReference<>();

  /**
   * @param remembered after which what nobody knew is settled, or the connection is lost
   */
  WriterState(LongSupplier nanoTime, Duration remembered) {
    this.nanoTime = nanoTime;
    this.remembered = remembered;
  }

  /** How long there has been no connection; empty while there is one. */
  Optional<Duration> silence() {
    return since(lostAt);
  }

  /** Whether somebody was told a moment ago that nobody knows. */
  boolean isUnsettled() {
    return since(unknownAt).filter(past -> past.compareTo(remembered) < 0).isPresent();
  }

  private Optional<Duration> since(AtomicReference<@Nullable Long> moment) {
    return Optional.ofNullable(moment.get())
        .map(then -> Duration.ofNanos(nanoTime.getAsLong() - then));
  }

  void unknown() {
    unknownAt.set(nanoTime.getAsLong());
  }

  void lost() {
    lostAt.set(nanoTime.getAsLong());
  }

  void recovered() {
    lostAt.set(null);
  }
}
