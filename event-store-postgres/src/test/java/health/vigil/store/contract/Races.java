package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.contract.Outcome.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who write at once, with readers that follow. */
abstract class Races {

  private static final int WRITERS = 64;
  private static final int NODES = 4;

  private final Database database = Database.shared();
  private final List<Node> nodes = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Crowd crowd = new Crowd(subject());

  abstract Subject subject();

  @BeforeEach
  void prepare() throws SQLException {
    subject().install(database);
  }

  @AfterEach
  void close() {
    crowd.close();
    nodes.forEach(Node::close);
    database.close();
  }

  @Test
  void sixtyFourWritersRaceOnOneEngine()
      throws SQLException, InterruptedException, ExecutionException {
    race(1);
  }

  @Test
  void sixtyFourWritersRaceOnSeveralEngines()
      throws SQLException, InterruptedException, ExecutionException {
    race(NODES);
  }

  private void race(int engines) throws SQLException, InterruptedException, ExecutionException {
    List<Writer> writers = new ArrayList<>();
    for (int number = 0; number < engines; number++) {
      Node node = node();
      crowd.follow(node);
      for (int writer = 0; writer < WRITERS / engines; writer++) {
        writers.add(new Writer("n" + number + "w" + writer, node.caller(ledger), Suites.SEED));
      }
    }

    crowd.write(writers, Suites.size(subject(), "race.appends", 8));

    Suites.report("race on " + engines, ledger);
    Verdict.pass(database, ledger.attempts(), crowd::seen);
  }

  /** Everybody wants the same places, in two streams at once, and a quarter use the same key. */
  @Test
  void inAStormOneWinsAndTheOthersLearnOfIt()
      throws SQLException, InterruptedException, ExecutionException {
    List<Caller> callers = new ArrayList<>();
    for (int node = 0; node < 2; node++) {
      Caller caller = node().caller(ledger);
      for (int number = 0; number < WRITERS / 4; number++) {
        callers.add(caller);
      }
    }
    crowd.follow(nodes.get(0));

    int storms = Suites.size(subject(), "race.storms", 10);
    for (int storm = 0; storm < storms; storm++) {
      assertThat(crowd.all(storming(callers, storm)))
          .as("outcomes of storm %d", storm)
          .filteredOn(outcome -> outcome.is(Kind.COMMITTED))
          .hasSize(1);
    }

    Suites.report("storms", ledger);
    Verdict.pass(database, ledger.attempts(), crowd::seen);
  }

  private static List<Callable<Outcome>> storming(List<Caller> callers, int storm) {
    List<Place> places = List.of(new Place("left", storm), new Place("right", storm));
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (int number = 0; number < callers.size(); number++) {
      Caller caller = callers.get(number);
      String key = "storm" + storm + "-" + (number % 4 == 0 ? "same" : "" + number);
      tasks.add(() -> caller.append(new Intent(key, places)));
    }
    return tasks;
  }

  private Node node() {
    Node node = Node.at(database.serving(), subject());
    nodes.add(node);
    return node;
  }
}
