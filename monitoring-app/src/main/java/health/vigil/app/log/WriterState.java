package health.vigil.app.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with a writer of the log at the moment. */
final class WriterState {
  /** What nobody knew then is settled by now, or the connection is lost. */
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private final AtomicReference<@Nullable Long> lostAt = new AtomicReference<>();
  private final AtomicReference<@Nullable Long> unknownAt = new AtomicReference<>();

  WriterState(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How long there has been no connection; empty while there is one. */
  Optional<Duration> silence() {
    return since(lostAt);
  }

  /** Whether somebody was told a moment ago that nobody knows. */
  boolean isUnsettled() {
    return since(unknownAt).filter(past -> past.compareTo(REMEMBERED) < 0).isPresent();
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
