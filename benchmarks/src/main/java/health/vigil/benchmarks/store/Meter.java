package health.vigil.benchmarks.store;

import health.vigil.benchmarks.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The processor time that an event costs: it can be compared even when others use the machine too.
 */
final class Meter {
  private final Supplier<Duration> clients;
  private final CpuTime database;
  private Duration clientsBefore = Duration.ZERO;
  private Duration databaseBefore = Duration.ZERO;

  /**
   * @param clients what those have used who ask PostgreSQL
   * @param folder of PostgreSQL
   */
  Meter(Supplier<Duration> clients, Path folder) {
    this.clients = clients;
    try {
      this.database = CpuTime.ofDatabase(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    clientsBefore = clients.get();
    databaseBefore = database.used();
  }

  /** Since it was started. */
  String of(long events) {
    return "CPU of an event: %.1f µs of the client, %.1f µs in PostgreSQL"
        .formatted(
            micros(clients.get().minus(clientsBefore), events),
            micros(database.used().minus(databaseBefore), events));
  }

  private static double micros(Duration used, long events) {
    return used.toNanos() / 1e3 / events;
  }
}
