package health.vigil.benchmarks;

import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The ward board, built anew from a long log by an application that has just been started. */
public final class WardBoardRebuild implements AutoCloseable {
  private static final String BOARD = "ward-board";
  private static final int HOSPITALS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Workplace workplace;
  private final Rebuilds rebuilds;

  private WardBoardRebuild(Workplace workplace) {
    this.workplace = workplace;
    this.rebuilds = new Rebuilds(workplace.database().ownerDataSource());
  }

  /** On a PostgreSQL of its own, from at least so many events. */
  public static WardBoardRebuild of(int events, Path folder) throws InterruptedException {
    try {
      Workplace workplace = Workplace.in(folder);
      workplace.start(Map.of()).close();
      new WrittenLog(workplace.database().servingDataSource()).write(events, HOSPITALS);
      return new WardBoardRebuild(workplace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The events in the log. */
  public long head() throws SQLException {
    return rebuilds.head();
  }

  /** From the first claim until so many events are handled, with these settings. */
  public Duration upTo(long events, Map<String, String> settings) throws SQLException {
    rebuilds.prepare(Set.of(BOARD));
    Vigil vigil = start(settings);
    try {
      long started = System.nanoTime();
      while (!rebuilds.begun(Set.of(BOARD))) {
        pause(started);
      }
      long begin = System.nanoTime();
      while (!rebuilds.reached(BOARD, events)) {
        pause(begin);
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    } finally {
      vigil.close();
    }
  }

  private Vigil start(Map<String, String> settings) {
    try {
      return workplace.start(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause(long since) {
    if (System.nanoTime() - since > PATIENCE.toNanos()) {
      throw new IllegalStateException("the ward board does not get on");
    }
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
  }

  @Override
  public void close() {
    workplace.close();
  }
}
