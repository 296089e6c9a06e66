package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Table.Aim;
import java.sql.SQLException;
import java.util.List;

/**
 * A large log beside a small one in the same database: they take turns under the name of the log.
 * The small one is filled anew before each round, so that it stays small.
 */
final class Growth {
  private static final int CALLERS = 32;
  private static final String LARGE = "large";
  private static final String SMALL = "small";
  private static final List<String> TABLES = List.of("events", "log_head");

  private final Options options;
  private final Ground ground;
  private final OurLog ours;
  private final Table table;
  private String current = SMALL;

  Growth(Options options, Ground ground, OurLog ours, Table table) {
    this.options = options;
    this.ground = ground;
    this.ours = ours;
    this.table = table;
  }

  @SuppressWarnings("SystemOut")
  void run() throws SQLException, InterruptedException {
    System.out.printf("a log of %,d events to append to%n", options.large());
    begin();
    use(LARGE);
    long begin = System.nanoTime();
    ours.fill(options.large());
    System.out.printf("  filled in %d s%n", (System.nanoTime() - begin) / 1_000_000_000);
    ground.tidy();
    Contestant large = new Contestant(LARGE, () -> prepare(LARGE), this::warm, this::round);
    Contestant small = new Contestant(SMALL, () -> prepare(SMALL), this::warm, this::round);
    large.warmUp();
    Contest contest = Contest.of(options.rounds(), ground.meter, List.of(large, small));
    table.add(
        "append at %,d stored events, %d callers".formatted(options.large(), CALLERS),
        "at %,d".formatted(options.small()),
        Aim.AT_LEAST,
        0.9,
        contest.rates(LARGE, SMALL),
        "/s");
    use(SMALL);
  }

  /** The large log's tables. */
  private void begin() throws SQLException {
    ours.wipe();
    for (String name : TABLES) {
      String copy = "vigil." + name + "_" + LARGE;
      ground.copyShape("vigil." + name, copy, "INCLUDING ALL");
      ground.execute("GRANT SELECT ON " + copy + " TO " + ground.server.serving().user());
    }
    ground.execute("INSERT INTO vigil.log_head_" + LARGE + " DEFAULT VALUES");
  }

  private void use(String wanted) throws SQLException {
    if (wanted.equals(current)) {
      return;
    }
    for (String name : TABLES) {
      ground.execute(
          "ALTER TABLE vigil.%1$s RENAME TO %1$s_%2$s".formatted(name, current),
          "ALTER TABLE vigil.%1$s_%2$s RENAME TO %1$s".formatted(name, wanted));
    }
    current = wanted;
  }

  private Sample warm() throws SQLException, InterruptedException {
    return new Callers(CALLERS, options.warmUp(), 1).run(() -> ours.caller(1));
  }

  private void prepare(String which) throws SQLException, InterruptedException {
    use(which);
    if (which.equals(SMALL)) {
      ours.wipe();
      ours.fill(options.small());
    }
  }

  private Sample round() throws SQLException, InterruptedException {
    return new Callers(CALLERS, options.round(), 1).run(() -> ours.caller(1));
  }
}
