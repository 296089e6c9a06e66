package health.vigil.benchmarks;

import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast is each read model built anew, and all of them at once? From a log of {@code
 * -Devents=200000} events of {@code -Dhospitals=4}, first by an application that has just been
 * started, then {@code -Dwarm=2} times more by the same one, of which the last is shown. {@code
 * -Dprocessors} says which: names separated by commas are built together, groups of them are
 * separated by semicolons.
 */
final class Replay {
  private static final int EVENTS = Integer.getInteger("events", 200_000);
  private static final int HOSPITALS = Integer.getInteger("hospitals", 4);
  private static final int WARM = Integer.getInteger("warm", 2);
  private static final String ALL = "ward-board,patient-chart,alert-inbox,day-list";
  private static final List<Set<String>> PROCESSORS =
      Arrays.stream(System.getProperty("processors", ALL.replace(',', ';') + ";" + ALL).split(";"))
          .map(group -> Set.of(group.split(",")))
          .toList();
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Workplace workplace;
  private final CpuTime database;
  private final Rebuilds rebuilds;

  private Replay(Workplace workplace, CpuTime database) {
    this.workplace = workplace;
    this.database = database;
    this.rebuilds = new Rebuilds(workplace.database().ownerDataSource());
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Path.of("target"), "replay");
    try (Workplace workplace = Workplace.in(folder)) {
      workplace.start(Map.of()).close();
      new WrittenLog(workplace.database().servingDataSource()).write(EVENTS, HOSPITALS);
      new Replay(workplace, CpuTime.ofDatabase(folder.resolve("data"))).run();
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be asked", e);
    }
  }

  @SuppressWarnings("SystemOut")
  private void run() throws SQLException, IOException {
    System.out.printf(
        """
        %d events in the log
        | read model | cold, events/s | warm, events/s | CPU of the application, µs | of PostgreSQL, µs |
        |---|---|---|---|---|
        """,
        rebuilds.head());
    for (Set<String> processors : PROCESSORS) {
      rebuilds.prepare(processors);
      Vigil vigil = workplace.start(Map.of());
      try {
        Pass first = pass(processors);
        Pass last = first;
        for (int i = 0; i < WARM; i++) {
          rebuilds.prepare(processors);
          last = pass(processors);
        }
        System.out.printf(
            "| %s | %.0f | %.0f | %.0f | %.0f |%n",
            name(processors), first.rate(), last.rate(), last.application(), last.database());
      } finally {
        vigil.close();
      }
    }
  }

  private static String name(Set<String> processors) {
    return processors.size() == Rebuilds.TABLES.size() ? "all" : String.join(", ", processors);
  }

  /** From the first claim to the last event. */
  private Pass pass(Set<String> processors) throws SQLException {
    await(() -> rebuilds.begun(processors));
    Duration applicationBefore = CpuTime.ofChildren();
    Duration databaseBefore = database.used();
    long begin = System.nanoTime();
    await(rebuilds::done);
    return new Pass(
        rebuilds.head(),
        Duration.ofNanos(System.nanoTime() - begin),
        CpuTime.ofChildren().minus(applicationBefore),
        database.used().minus(databaseBefore));
  }

  /** One pass over the log. */
  private record Pass(long events, Duration time, Duration applicationTime, Duration databaseTime) {
    double rate() {
      return events / (time.toNanos() / 1e9);
    }

    double application() {
      return applicationTime.toNanos() / 1e3 / events;
    }

    double database() {
      return databaseTime.toNanos() / 1e3 / events;
    }
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.isMet()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the read models do not get on");
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be asked", e);
    }
  }

  private interface Condition {
    boolean isMet() throws SQLException;
  }
}
