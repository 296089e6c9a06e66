package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.contract.Outcome.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL stops under load, in good order and in bad, and comes back. */
abstract class Restarts {

  private static final int WRITERS = 16;

  private static final Duration BEFORE_ANOTHER_READ = Duration.ofMillis(20);

  private final Ledger ledger = new Ledger();
  private final Crowd crowd = new Crowd(subject());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OwnServer server;
  private final Database database;
  private volatile boolean enough;

  Restarts(Path folder) {
    this.server = OwnServer.in(folder, Suites.size(subject(), "durable", 0) > 0);
    this.database = server.database();
  }

  abstract Subject subject();

  @BeforeEach
  void prepare() throws SQLException {
    subject().install(database);
  }

  @AfterEach
  void close() {
    crowd.close();
    threads.shutdownNow();
    server.close();
  }

  /** No caller waits longer than the answer time; what each is told is true; work goes on. */
  @Test
  void whatCallersAreToldIsTrueWhenPostgresComesAndGoes()
      throws IOException, SQLException, InterruptedException, ExecutionException {
    SplittableRandom random = new SplittableRandom(Suites.SEED);
    try (Node node = Node.at(database.serving(), subject())) {
      crowd.follow(node);
      List<Future<?>> writers = startWriters(node);
      int restarts = Suites.size(subject(), "restarts", subject() == Subject.REAL ? 2 : 1);
      int load = Suites.size(subject(), "restarts.load", 400);
      for (int restart = 0; restart < restarts; restart++) {
        awaitMoreRecorded();
        LockSupport.parkNanos(random.nextLong(Duration.ofMillis(load).toNanos()));
        if (restart % 2 == 0) {
          server.restartAfterAKill(this::awaitOneMoreRecorded);
        } else {
          server.restartInGoodOrder();
        }
      }
      awaitMoreRecorded();
      enough = true;
      for (Future<?> writer : writers) {
        writer.get();
      }

      Suites.report("restarts", ledger);
      Verdict.pass(database, ledger.attempts(), crowd::seen);
      assertThat(ledger.unsettled()).isEmpty();
    }
  }

  private List<Future<?>> startWriters(Node node) {
    List<Future<?>> writers = new ArrayList<>();
    for (int number = 0; number < WRITERS; number++) {
      Writer writer = new Writer("w" + number, node.caller(ledger), Suites.SEED);
      writers.add(
          threads.submit(
              () -> {
                while (!enough) {
                  write(writer);
                }
                return null;
              }));
    }
    return writers;
  }

  /** Who can not read what a decision rests on has not appended anything, and comes again. */
  private static void write(Writer writer) throws InterruptedException {
    try {
      writer.write();
    } catch (EventStoreException nothingRead) {
      LockSupport.parkNanos(BEFORE_ANOTHER_READ.toNanos());
    }
  }

  /** Right after an acknowledgement: what it rests on had no time to get to the disk unasked. */
  private void awaitOneMoreRecorded() {
    long before = ledger.count(Kind.COMMITTED);
    while (ledger.count(Kind.COMMITTED) == before) {
      Thread.onSpinWait();
    }
  }

  private void awaitMoreRecorded() {
    long before = ledger.count(Kind.COMMITTED);
    Awaitility.await()
        .atMost(Limits.PATIENCE)
        .until(() -> ledger.count(Kind.COMMITTED) > before + WRITERS);
  }
}
