package health.vigil.benchmarks;

import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * How long does it take to erase a patient among {@code -Devents=1000000} events, beside a log that
 * holds little else? From the second person's request to its answer, when the key is destroyed, and
 * until two nodes show nothing of the person any more, what they had opened before included. Each
 * patient has {@code -Dsets=50} sets; {@code -Drounds=20} are erased after {@code -Dwarmups=10}.
 */
final class Erasure {
  private static final int EVENTS = Integer.getInteger("events", 1_000_000);
  private static final int HOSPITALS = Integer.getInteger("hospitals", 4);
  private static final int SETS = Integer.getInteger("sets", 50);
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final int WARM_UPS = Integer.getInteger("warmups", 10);
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  /** They would raise alerts about generated patients; what they follow is not measured. */
  private static final Set<String> SAGAS =
      Set.of("episode-alert", "overdue-observation", "no-show");

  private static final Map<String, String> SETTINGS = Map.of("vigil.ingest.max-alert-lag", "1h");

  private final Workplace workplace;
  private final Rebuilds processors;

  private Erasure(Workplace workplace) {
    this.workplace = workplace;
    this.processors = new Rebuilds(workplace.database().ownerDataSource());
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory(Path.of("target"), "erasure");
    try (Workplace workplace = Workplace.in(folder)) {
      new Erasure(workplace).run();
    }
  }

  @SuppressWarnings("SystemOut")
  private void run() throws IOException, InterruptedException, SQLException {
    Erased little = measure("S");
    new WrittenLog(workplace.database().servingDataSource()).write(EVENTS, HOSPITALS);
    processors.skip(SAGAS);
    Erased much = measure("L");
    System.out.printf(
        """
        %d patients of %d sets each; times in ms
        | events in the log | to the answer, p50 | max | until two nodes show nothing, p50 | max |
        |---|---|---|---|---|
        %s
        %s
        | ratio | %.2f | | %.2f | |
        """,
        ROUNDS,
        SETS,
        little.row(),
        much.row(),
        much.answered().percentile(0.5) / little.answered().percentile(0.5),
        much.forgotten().percentile(0.5) / little.forgotten().percentile(0.5));
  }

  /** What erasures took in a log of this size. */
  private record Erased(long events, Latencies answered, Latencies forgotten) {
    String row() {
      return "| %d | %.1f | %.1f | %.1f | %.1f |"
          .formatted(
              events,
              answered.percentile(0.5) / 1000,
              answered.percentile(1) / 1000,
              forgotten.percentile(0.5) / 1000,
              forgotten.percentile(1) / 1000);
    }
  }

  private Erased measure(String ward) throws IOException, InterruptedException, SQLException {
    try (Vigil first = workplace.start(SETTINGS);
        Vigil second = first.startAgain()) {
      awaitReadModels();
      long events = processors.head();
      Latencies answered = new Latencies(ROUNDS);
      Latencies forgotten = new Latencies(ROUNDS);
      ErasedPatients patients = new ErasedPatients(List.of(first, second), ward, SETS);
      for (int round = -WARM_UPS; round < ROUNDS; round++) {
        ErasedPatients.Told told = patients.live(round + WARM_UPS);
        awaitReadModels();
        patients.open(told);
        long begin = System.nanoTime();
        patients.erase(told);
        long answer = System.nanoTime() - begin;
        patients.awaitForgotten(told);
        if (round >= 0) {
          answered.add(answer);
          forgotten.add(System.nanoTime() - begin);
        }
      }
      return new Erased(events, answered, forgotten);
    }
  }

  private void awaitReadModels() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!processors.done()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the read models do not get on");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
