package health.vigil.benchmarks.store;

import health.vigil.benchmarks.CpuTime;
import health.vigil.benchmarks.WardBoardRebuild;
import health.vigil.benchmarks.store.Table.Aim;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The ward board built anew by the packaged application: as it is set up, and with one event in a
 * transaction, as Axon has it by default. The latter only for the first part of the log.
 */
final class Board {
  private static final int ROUNDS_AT_MOST = 3;
  private static final String ONE_BY_ONE = "Axon's default, batch 1";
  private static final Map<String, String> ONE =
      Map.of("vigil.axon.projections.batch-size", "1", "vigil.axon.projections.linger", "0s");

  private final Options options;
  private final Path folder;
  private final Table table;

  Board(Options options, Path folder, Table table) {
    this.options = options;
    this.folder = folder;
    this.table = table;
  }

  @SuppressWarnings("SystemOut")
  void run() throws SQLException, InterruptedException {
    System.out.printf("rebuild of the ward board, %,d events%n", options.boardEvents());
    try (WardBoardRebuild rebuild = WardBoardRebuild.of(options.boardEvents(), folder)) {
      long head = rebuild.head();
      Contestant own = contestant(OurLog.NAME, rebuild, head, Map.of());
      Contestant one = contestant(ONE_BY_ONE, rebuild, options.boardSlice(), ONE);
      Meter meter = new Meter(CpuTime::ofChildren, folder.resolve("data"));
      Contest contest =
          Contest.of(Math.min(options.rounds(), ROUNDS_AT_MOST), meter, List.of(own, one));
      table.add(
          "rebuild of the ward board, %,d events".formatted(head),
          "%s, the first %,d".formatted(ONE_BY_ONE, options.boardSlice()),
          Aim.AT_LEAST,
          20,
          contest.rates(OurLog.NAME, ONE_BY_ONE),
          "events/s");
    }
  }

  private static Contestant contestant(
      String name, WardBoardRebuild rebuild, long events, Map<String, String> settings) {
    return new Contestant(
        name,
        () -> {
          Duration time = rebuild.upTo(events, settings);
          return Sample.of(events, time.toNanos());
        });
  }
}
