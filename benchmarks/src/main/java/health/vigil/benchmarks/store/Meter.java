package health.vigil.benchmarks.store;

import health.vigil.benchmarks.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The processor time that an event costs: it can be compared even when others use the machine too.
 */
final class Meter {
  private final CpuTime database;
  private Duration ownBefore = Duration.ZERO;
  private Duration databaseBefore = Duration.ZERO;

  Meter(Path folder) {
    try {
      this.database = CpuTime.ofDatabase(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    ownBefore = CpuTime.ofThisProcess();
    databaseBefore = database.used();
  }

  /** Since it was started. */
  String of(long events) {
    return "CPU of an event: %.1f µs here, %.1f µs in PostgreSQL"
        .formatted(
            micros(CpuTime.ofThisProcess().minus(ownBefore), events),
            micros(database.used().minus(databaseBefore), events));
  }

  private static double micros(Duration used, long events) {
    return used.toNanos() / 1e3 / events;
  }
}
