package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.contract.Outcome.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More wants to be appended than may wait. */
abstract class FullQueues {

  private static final int MAY_WAIT = 4;
  private static final int CALLERS = 20;

  private final Database database = Database.shared();
  private final Ledger ledger = new Ledger();
  private final Crowd crowd = new Crowd(subject());
  private final ExecutorService threads = Executors.newCachedThreadPool();

  abstract Subject subject();

  @BeforeEach
  void prepare() throws SQLException {
    subject().install(database);
  }

  @AfterEach
  void close() {
    crowd.close();
    threads.shutdownNow();
    database.close();
  }

  /** Who finds no room is told so at once, and is welcome later; who has a place keeps it. */
  @Test
  void whoFindsNoRoomIsRefusedAndNothingIsLost()
      throws SQLException, InterruptedException, ExecutionException {
    try (Node node = node(Duration.ofSeconds(30))) {
      Caller caller = node.caller(ledger);
      List<Future<Outcome>> placed = new ArrayList<>();
      List<Outcome> refused;
      try (HeadLock lock = HeadLock.taken(database)) {
        placed.add(threads.submit(appending(caller, "ahead")));
        lock.awaitWaiting(1);
        for (int number = 0; number < MAY_WAIT; number++) {
          placed.add(threads.submit(appending(caller, "placed" + number)));
        }
        Awaitility.await().until(() -> node.waiting() == MAY_WAIT);

        refused = crowd.all(many(caller));
        assertThat(placed).noneMatch(Future::isDone);
      }
      for (Future<Outcome> call : placed) {
        assertThat(call.get().kind()).isEqualTo(Kind.COMMITTED);
      }
      Verdict.pass(database, ledger);
      assertThat(refused).extracting(Outcome::kind).containsOnly(Kind.REFUSED);

      for (Callable<Outcome> again : many(caller)) {
        assertThat(threads.submit(again).get().kind()).isEqualTo(Kind.COMMITTED);
      }
      Verdict.pass(database, ledger);
    }
  }

  /** Who has waited for its answer time goes with an answer, and a repeat tells the rest. */
  @Test
  void whoIsNotServedInTimeIsAnsweredAllTheSame()
      throws SQLException, InterruptedException, ExecutionException {
    try (Node node = node(Duration.ofMillis(500))) {
      Caller caller = node.caller(ledger);
      caller.append(Intent.parse("before before:0"));
      try (HeadLock lock = HeadLock.taken(database)) {
        Future<Outcome> ahead = threads.submit(appending(caller, "ahead"));
        lock.awaitWaiting(1);

        assertThat(caller.append(Intent.parse("late late:0")).invitesRepeat()).isTrue();
        assertThat(ahead.get().invitesRepeat()).isTrue();
      }
      Verdict.pass(database, ledger);

      assertThat(caller.settle(Intent.parse("late late:0")).isRecorded()).isTrue();
      Verdict.pass(database, ledger);
    }
  }

  private List<Callable<Outcome>> many(Caller caller) {
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int number = 0; number < CALLERS; number++) {
      calls.add(appending(caller, "more" + number));
    }
    return calls;
  }

  private static Callable<Outcome> appending(Caller caller, String name) {
    return () -> caller.append(new Intent(name, List.of(new Place(name, 0), new Place(name, 1))));
  }

  private Node node(Duration answerTimeout) {
    Address serving = database.serving();
    return Node.at(serving, serving, subject(), Limits.waitingAtMost(MAY_WAIT, answerTimeout));
  }
}
