package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.append.WriterSettings;
import health.vigil.store.contract.Outcome.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection, the session and the disk fail, at every step of a commit. */
abstract class Faults {

  private static final int WRITERS = 8;
  private static final int APPENDS = 3;

  private final Database database = Database.shared();
  private final Ledger ledger = new Ledger();
  private final Crowd crowd = new Crowd(subject());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final WireProxy proxy;
  private @Nullable Node started;

  Faults() throws IOException {
    this.proxy = WireProxy.before(database.serving());
  }

  abstract Subject subject();

  @BeforeEach
  void prepare() throws SQLException {
    subject().install(database);
  }

  @AfterEach
  void close() throws IOException {
    crowd.close();
    threads.shutdownNow();
    if (started != null) {
      started.close();
    }
    proxy.close();
    database.close();
  }

  /** Each caller learns what became of its append, at the latest by a repeat. */
  @ParameterizedTest
  @EnumSource
  void aFaultOfTheWireLosesNothingAndDoublesNothing(Fault fault)
      throws SQLException, InterruptedException, ExecutionException {
    Node node = node(fault.isSilent() ? Limits.SHORT_OF_TIME : Limits.WRITER);
    crowd.follow(node);
    List<Writer> writers = writers(node);
    crowd.write(writers, 1);

    int rounds = Suites.size(subject(), "fault.rounds", 1);
    for (int round = 0; round < rounds; round++) {
      proxy.arm(fault);
      crowd.write(writers, APPENDS);
      assertThat(proxy.hasStruck()).isTrue();
      proxy.deliverWhatIsLate();
    }

    Suites.report(fault.name(), ledger);
    Verdict.pass(database, ledger.attempts(), crowd::seen);
    assertThat(ledger.unsettled()).isEmpty();
  }

  /** What recovery has found absent stays absent, also when it arrives after all. */
  @Test
  void whatArrivesLateIsNotRecordedWhenItsCallerWasToldSo()
      throws SQLException, InterruptedException {
    Caller caller = node(Limits.ONE_LANE).caller(ledger);
    caller.append(Intent.parse("before before:0"));
    // The second attempt, after recovery, is refused for good by the disk.
    DiskFull.atTheInsert(database);
    proxy.arm(Fault.CUT_AND_THE_REQUEST_COMES_LATE);

    assertThat(caller.append(Intent.parse("late late:0")).kind()).isEqualTo(Kind.REFUSED);
    proxy.deliverWhatIsLate();

    Verdict.pass(database, ledger);
  }

  @Test
  void aSessionThatIsEndedWhileItWaitsForTheLockIsReplaced()
      throws SQLException, InterruptedException, ExecutionException {
    Caller caller = node(Limits.WRITER).caller(ledger);
    Future<Outcome> call;
    try (HeadLock lock = HeadLock.taken(database)) {
      call = threads.submit(appending(caller, "waiting waiting:0"));
      lock.awaitWaiting(1);
      endTheWaitingSession();
    }

    assertThat(call.get().kind()).isEqualTo(Kind.COMMITTED);
    Verdict.pass(database, ledger);
  }

  private void endTheWaitingSession() throws SQLException {
    try (Connection connection = database.serving().unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted");
    }
  }

  @Test
  void aFullDiskRefusesAndIsForgotten()
      throws SQLException, InterruptedException, ExecutionException {
    DiskFull.atTheInsert(database);
    goesOnAfterARefusal();
  }

  @Test
  void aCommitThatFailsAtItsVeryEndRefuses()
      throws SQLException, InterruptedException, ExecutionException {
    DiskFull.atTheCommit(database);
    goesOnAfterARefusal();
  }

  private void goesOnAfterARefusal() throws SQLException, InterruptedException, ExecutionException {
    crowd.write(writers(node(Limits.WRITER)), APPENDS);

    assertThat(ledger.count(Kind.REFUSED)).isPositive();
    Verdict.pass(database, ledger);
    assertThat(ledger.unsettled()).isEmpty();
  }

  private static Callable<Outcome> appending(Caller caller, String intent) {
    return () -> caller.append(Intent.parse(intent));
  }

  private List<Writer> writers(Node node) {
    List<Writer> writers = new ArrayList<>();
    for (int number = 0; number < WRITERS; number++) {
      writers.add(new Writer("w" + number, node.caller(ledger), Suites.SEED));
    }
    return writers;
  }

  private Node node(WriterSettings settings) {
    Address serving = database.serving();
    Node node = Node.at(serving, serving.through(proxy.port()), subject(), settings);
    started = node;
    return node;
  }
}
