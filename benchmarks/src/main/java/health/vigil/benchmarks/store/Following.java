package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Table.Aim;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** What the index by which a request is followed costs those who append to a log of some size. */
final class Following {
  private static final int BULK = 100;
  private static final int BULK_CALLERS = 8;
  private static final int CALLERS = 64;
  private static final String WITH = "with the index of correlations";
  private static final String WITHOUT = "without";
  private static final String INDEX = "vigil.events_correlation_idx";

  private final Options options;
  private final Ground ground;
  private final OurLog ours;
  private final Table table;
  private final String definition;

  Following(Options options, Ground ground, OurLog ours, Table table) throws SQLException {
    this.options = options;
    this.ground = ground;
    this.ours = ours;
    this.table = table;
    this.definition =
        "CREATE INDEX IF NOT EXISTS"
            + Objects.requireNonNull(
                    ground.ask("SELECT pg_get_indexdef('%s'::regclass)".formatted(INDEX)))
                .substring("CREATE INDEX".length());
  }

  void run() throws SQLException, InterruptedException {
    ours.wipe();
    ours.fill(options.events());
    ground.tidy();
    compare(CALLERS, 1);
    compare(BULK_CALLERS, BULK);
  }

  private void compare(int callers, int events) throws SQLException, InterruptedException {
    List<Contestant> both =
        List.of(
            contestant(WITH, definition, callers, events),
            contestant(WITHOUT, "DROP INDEX IF EXISTS " + INDEX, callers, events));
    for (Contestant each : both) {
      each.warmUp();
    }
    table.add(
        "append, %d events each, %d callers, %s".formatted(events, callers, WITH),
        WITHOUT,
        Aim.AT_LEAST,
        0.9,
        Contest.of(options.rounds(), ground.meter, both).rates(WITH, WITHOUT),
        "/s");
  }

  private Contestant contestant(String name, String command, int callers, int events) {
    return new Contestant(
        name,
        () -> ground.execute(command),
        () -> new Callers(callers, options.warmUp(), events).run(() -> ours.caller(events)),
        () -> new Callers(callers, options.round(), events).run(() -> ours.caller(events)));
  }
}
