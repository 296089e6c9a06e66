package health.vigil.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.contract.Outcome.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of appends that are known to be written in one group, in a known order. */
class GroupsTest {

  private final Database database = Database.shared();
  private final Ledger ledger = new Ledger();
  private final Node node =
      Node.at(database.serving(), database.serving(), Subject.REAL, Limits.ONE_LANE);
  private final Caller caller = node.caller(ledger);

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void whatIsRefusedFirstDoesNotHarmWhatComesAfterIt() throws SQLException, InterruptedException {
    append("first", "taken:0");

    List<Outcome> outcomes =
        together(intent("refused", "free:0", "taken:0"), intent("good", "other:0", "other:1"));

    assertThat(outcomes).extracting(Outcome::kind).containsExactly(Kind.CONFLICT, Kind.COMMITTED);
    Verdict.pass(database, ledger);
  }

  @Test
  void aRepeatIsToldSoThoughAnotherWantsTheSamePlace() throws SQLException, InterruptedException {
    append("key", "stream:0");

    List<Outcome> outcomes = together(intent("other", "stream:0"), intent("key", "stream:0"));

    assertThat(outcomes)
        .containsExactly(Outcome.of(Kind.CONFLICT), new Outcome(Kind.ALREADY_RECORDED, "key#0", 1));
    Verdict.pass(database, ledger);
  }

  @Test
  void aRepeatIsToldSoThoughAnotherGetsThePlaceThatItWants()
      throws SQLException, InterruptedException {
    append("key", "stream:0");

    List<Outcome> outcomes = together(intent("other", "stream:1"), intent("key", "stream:1"));

    assertThat(outcomes)
        .containsExactly(
            Outcome.of(Kind.COMMITTED), new Outcome(Kind.ALREADY_RECORDED, "key#0", 1));
    Verdict.pass(database, ledger);
  }

  @Test
  void whatPostgresDoesNotAcceptFailsAlone() throws SQLException, InterruptedException {
    List<Outcome> outcomes =
        together(intent("one", "one:0"), intent("nul\0", "bad:0"), intent("two", "two:0"));

    assertThat(outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Kind.COMMITTED, Kind.FAILED, Kind.COMMITTED);
    Verdict.pass(database, ledger);
  }

  @Test
  void ofTheSameTwiceTheSecondLearnsOfTheFirst() throws SQLException, InterruptedException {
    List<Outcome> outcomes = together(intent("key", "stream:0"), intent("key", "stream:0"));

    assertThat(outcomes)
        .containsExactly(
            Outcome.of(Kind.COMMITTED), new Outcome(Kind.ALREADY_RECORDED, "key#0", 2));
    Verdict.pass(database, ledger);
  }

  @Test
  void whoeverWantsWhatARefusedOneWantedGetsIt() throws SQLException, InterruptedException {
    append("first", "taken:0");

    List<Outcome> outcomes =
        together(intent("refused", "free:0", "taken:0"), intent("good", "free:0"));

    assertThat(outcomes).extracting(Outcome::kind).containsExactly(Kind.CONFLICT, Kind.COMMITTED);
    Verdict.pass(database, ledger);
  }

  private void append(String key, String place) throws InterruptedException {
    assertThat(caller.append(intent(key, place)).kind()).isEqualTo(Kind.COMMITTED);
  }

  private static Intent intent(String key, String... places) {
    return new Intent(key, Arrays.stream(places).map(Place::parse).toList());
  }

  /** While another append waits in PostgreSQL these stand in line, and then go in one group. */
  private List<Outcome> together(Intent... intents) throws SQLException {
    List<CompletableFuture<Outcome>> calls = new ArrayList<>();
    try (HeadLock lock = HeadLock.taken(database)) {
      CompletableFuture<Outcome> ahead = call(intent("ahead", "ahead:0"));
      lock.awaitWaiting(1);
      for (Intent intent : intents) {
        calls.add(call(intent));
        Awaitility.await().until(() -> node.waiting() == calls.size());
      }
      assertThat(ahead).isNotDone();
    }
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Outcome> call(Intent intent) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return caller.append(intent);
          } catch (InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }
}
