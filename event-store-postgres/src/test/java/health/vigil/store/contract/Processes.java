package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.contract.Outcome.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes in processes of their own, on one database; some are killed. */
abstract class Processes {

  private static final int WRITERS = 8;
  private static final int KILL_WITHIN_MILLIS = 300;

  private final Database database = Database.shared();
  private final List<ChildNode> nodes = new ArrayList<>();

  abstract Subject subject();

  @BeforeEach
  void prepare() throws SQLException {
    subject().install(database);
  }

  @AfterEach
  void close() {
    nodes.forEach(ChildNode::close);
    database.close();
  }

  @Test
  void readersOfEachNodeSeeAllThatEveryNodeWritesInOneOrder() throws IOException, SQLException {
    int count = Suites.size(subject(), "nodes", 2);
    for (int number = 0; number < count; number++) {
      start("p" + number, Suites.size(subject(), "nodes.appends", 25));
    }
    nodes.forEach(ChildNode::awaitWritten);

    List<Attempt> attempts =
        nodes.stream().flatMap(node -> node.ledger().attempts().stream()).toList();
    Suites.report("processes", nodes.stream().map(ChildNode::ledger).toList());
    Verdict.pass(
        database,
        attempts,
        events -> nodes.parallelStream().flatMap(node -> node.seen(events).stream()).toList());
  }

  /**
   * What was acknowledged to a killed process is in the log; what was under way is whole or absent,
   * and its repeat tells which. Who writes elsewhere is not held up.
   */
  @Test
  void whatAKilledNodeWasToldIsTrue() throws IOException, SQLException, InterruptedException {
    SplittableRandom random = new SplittableRandom(Suites.SEED);
    ChildNode survivor = start("survivor", Orders.WITHOUT_END);
    List<Attempt> attempts = new ArrayList<>();
    long underWay = 0;
    int kills = Suites.size(subject(), "kills", subject() == Subject.REAL ? 2 : 1);
    for (int kill = 0; kill < kills; kill++) {
      String name = "victim" + kill;
      ChildNode victim = start(name, Orders.WITHOUT_END);
      victim.awaitRecorded(WRITERS);
      attempts.addAll(
          kill % 2 == 0 ? killedInAGroup(victim, name) : killedAnywhere(victim, random));
      underWay += victim.ledger().unsettled().size();
      survivor.awaitRecorded(survivor.ledger().count(Kind.COMMITTED) + WRITERS);
      attempts.addAll(settled(victim.ledger().unsettled()));
    }
    attempts.addAll(survivor.kill());
    attempts.addAll(settled(survivor.ledger().unsettled()));

    Suites.report("kills", kills + " kills with " + underWay + " appends under way");
    Verdict.pass(database, attempts, events -> List.of());
    assertThat(underWay).as("appends under way when they were killed").isPositive();
  }

  /** While its group waits in PostgreSQL, which will commit it for nobody. */
  private List<Attempt> killedInAGroup(ChildNode victim, String name) throws SQLException {
    try (HeadLock lock = HeadLock.taken(database)) {
      lock.awaitWaiting(name);
      return victim.kill();
    }
  }

  private static List<Attempt> killedAnywhere(ChildNode victim, SplittableRandom random) {
    LockSupport.parkNanos(random.nextLong(KILL_WITHIN_MILLIS * 1_000_000L));
    return victim.kill();
  }

  /** The repeats of another node, which is as it should be. */
  private List<Attempt> settled(List<Intent> unsettled) throws InterruptedException {
    Ledger repeats = new Ledger();
    try (Node node = Node.at(database.serving(), Subject.REAL)) {
      Caller caller = node.caller(repeats);
      for (Intent intent : unsettled) {
        assertThat(caller.settle(intent).invitesRepeat()).as("%s is settled", intent).isFalse();
      }
    }
    return repeats.attempts();
  }

  private ChildNode start(String name, int appends) throws IOException {
    ChildNode node =
        ChildNode.start(
            new Orders(database.serving().named(name), subject(), name, WRITERS, appends));
    nodes.add(node);
    return node;
  }
}
