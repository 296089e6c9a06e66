package health.vigil.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.processor.DeadLetters;
import health.vigil.projection.ReadModel;
import health.vigil.projection.ReadModelDatabase;
import health.vigil.projection.ReadModels;
import health.vigil.projection.ward.FindWardBoard;
import health.vigil.projection.ward.WardBoard;
import health.vigil.ward.WardId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Tables change places while the log grows, the processors follow and boards are read. */
@QuarkusTest
@QuarkusTestResource(ReadModelDatabase.class)
class SwitchComponentTest {
  private static final int SWITCHES = 2;
  private static final int READERS = 1;

  /**
   * What no later event writes anew: a batch that carried what it had read before a switch into the
   * tables of after it would carry this too.
   */
  private static final Map<ReadModel, String> PLANTED =
      Map.of(
          ReadModel.WARD_BOARD,
          "update vigil.ward_board_stay set admitted_at = admitted_at + interval '1 day'",
          ReadModel.PATIENT_CHART,
          "update vigil.chart_observation set recorded_position = recorded_position + 1",
          ReadModel.ALERT_INBOX,
          "update vigil.alert_inbox set raised_at = raised_at + interval '1 day'",
          ReadModel.DAY_LIST,
          "update vigil.day_list set service = 'planted'");

  @Inject ReadModels readModels;
  @Inject ReadModelRuns runs;
  @Inject DeadLetters letters;
  @Inject DataSource dataSource;

  private final AtomicLong seeds = new AtomicLong(100);

  @Test
  void under_traffic_nothing_is_missed_or_handled_twice_and_no_board_is_ever_seen_empty() {
    new BusyLog(readModels, 300).write(31);
    readModels.awaitAll();
    Readers readers = new Readers();
    readers.start();
    for (int i = 0; i < SWITCHES; i++) {
      for (ReadModel model : ReadModel.values()) {
        plant(Objects.requireNonNull(PLANTED.get(model)));
        Writers writers = new Writers();
        writers.start();
        readModels.rebuild(model);
        assertThat(writers.end()).as("appends meanwhile").isPositive();
      }
    }
    readModels.awaitAll();

    assertThat(readers.end()).as("boards that were read").isGreaterThan(5);
    for (ReadModel model : ReadModel.values()) {
      Comparison comparison = runs.verify(model, (done, of) -> {});
      assertThat(comparison.differences()).as(model.group()).isEmpty();
      assertThat(comparison.position()).isEqualTo(readModels.head());
      assertThat(comparison.rows()).isPositive();
      assertThat(letters.count(model.group())).isZero();
    }
  }

  @Test
  void who_reads_for_long_holds_up_the_switch_and_nobody_else() throws SQLException {
    new BusyLog(readModels, 300).write(41);
    readModels.awaitAll();
    WardId ward = new WardId("A41");
    int beds = board(ward).rows().size();

    try (Connection reader = dataSource.getConnection()) {
      reader.setAutoCommit(false);
      execute(reader, "select * from vigil.ward_board_stay");
      runs.rebuild(ReadModel.WARD_BOARD);
      new BusyLog(readModels, 100).write(42);

      readModels.awaitAll();
      assertThat(board(ward).rows()).hasSizeGreaterThanOrEqualTo(beds);
      assertThat(runs.last(ReadModel.WARD_BOARD).orElseThrow().state())
          .isEqualTo(Run.State.RUNNING);
      reader.rollback();
    }

    readModels.awaitRun(ReadModel.WARD_BOARD);
    assertThat(runs.verify(ReadModel.WARD_BOARD, (done, of) -> {}).isEqual()).isTrue();
  }

  private WardBoard board(WardId ward) {
    return readModels.ask(new FindWardBoard(ward, Instant.EPOCH), WardBoard.class);
  }

  /** Not as a processor would: the two may get in each other's way. */
  private void plant(String sql) {
    Awaitility.await()
        .ignoreException(PSQLException.class)
        .until(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                execute(connection, sql);
                return true;
              }
            });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** They append for two hospitals, a little at a time, until they are told to end. */
  private final class Writers {
    private static final int EVENTS = 12;
    private static final int AT_MOST = 25;

    private volatile boolean over;
    private CompletableFuture<Integer> written = CompletableFuture.completedFuture(0);

    void start() {
      written = CompletableFuture.supplyAsync(this::writeOn);
    }

    private int writeOn() {
      int appends = 0;
      for (; appends == 0 || (!over && appends < AT_MOST); appends++) {
        long seed = seeds.addAndGet(2);
        new BusyLog(readModels, EVENTS).write(seed, seed + 1);
        readModels.await(ReadModel.DAY_LIST.group());
      }
      return appends;
    }

    int end() {
      over = true;
      return written.join();
    }
  }

  /** They read one board over and over: its beds never become fewer, and it never goes back. */
  private final class Readers {
    private final WardId ward = new WardId("A31");
    private final AtomicLong read = new AtomicLong();
    private volatile boolean over;
    private List<CompletableFuture<Void>> all = List.of();

    void start() {
      all = Stream.generate(() -> CompletableFuture.runAsync(this::readOn)).limit(READERS).toList();
    }

    private void readOn() {
      int beds = 1;
      long position = 0;
      while (!over) {
        WardBoard board = board(ward);
        assertThat(board.rows()).hasSizeGreaterThanOrEqualTo(beds);
        assertThat(board.position()).isGreaterThanOrEqualTo(position);
        beds = board.rows().size();
        position = board.position();
        read.incrementAndGet();
      }
    }

    long end() {
      over = true;
      all.forEach(CompletableFuture::join);
      return read.get();
    }
  }
}
