package health.vigil.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.vigil.app.log.BareDataSource;
import health.vigil.local.TestDatabase;
import health.vigil.patient.PatientId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessWriterTest {
  private static final TestDatabase DATABASE = Migrated.database();
  private static final AccessNote NOTE = AccessNoteTest.note(Map.of("ward", "A"));

  @AfterAll
  static void drop() {
    DATABASE.drop();
  }

  @BeforeEach
  void empty() throws SQLException {
    asOwner("TRUNCATE vigil.access_log");
  }

  @Test
  void whatIsDoneIsInTheDatabase() throws SQLException {
    try (AccessWriter writer = writer(DATABASE.servingDataSource(), 10)) {
      noted(writer, List.of(NOTE, NOTE.about(new PatientId("p-1"))));

      assertThat(number("SELECT count(*) FROM vigil.access_log WHERE ward = 'A'")).isEqualTo(2);
      assertThat(number("SELECT count(*) FROM vigil.access_log WHERE patient = 'p-1'"))
          .isEqualTo(1);
    }
  }

  @Test
  void whatWaitsAtTheEndIsWrittenAndMoreIsNotTaken() throws SQLException {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    try (Connection holding = locked();
        AccessWriter writer = writer(DATABASE.servingDataSource(), 1000)) {
      for (int i = 0; i < 700; i++) {
        all.add(offered(writer, List.of(NOTE)));
      }
      holding.rollback();
      writer.close(Duration.ofSeconds(20));

      assertThat(writer.offer(new Waiting(List.of(NOTE), new CompletableFuture<>()))).isFalse();
    }
    assertThat(all).allSatisfy(written -> assertThat(written).isCompleted());
    assertThat(number("SELECT count(*) FROM vigil.access_log")).isEqualTo(700);
  }

  @Test
  void noMoreIsTakenThanMayWait() throws SQLException {
    try (Connection holding = locked();
        AccessWriter writer = writer(DATABASE.servingDataSource(), 5)) {
      int taken = 0;
      while (writer.offer(new Waiting(List.of(NOTE), new CompletableFuture<>()))) {
        taken++;
        assertThat(taken).isLessThan(1_000);
      }
      assertThat(taken).isGreaterThanOrEqualTo(5);
      holding.rollback();
    }
  }

  @Test
  void aNoteThatTheDatabaseDoesNotAcceptKeepsNoOtherFromIt() throws SQLException {
    AccessNote bad = AccessNote.of(AccessNoteTest.NURSE, "GET\u0000", "/", Map.of(), 200, null);
    try (Connection holding = locked();
        AccessWriter writer = writer(DATABASE.servingDataSource(), 10)) {
      CompletableFuture<Void> one = offered(writer, List.of(NOTE));
      CompletableFuture<Void> other = offered(writer, List.of(bad));
      CompletableFuture<Void> last = offered(writer, List.of(NOTE));
      holding.rollback();

      assertThat(one).succeedsWithin(Duration.ofSeconds(20));
      assertThat(last).succeedsWithin(Duration.ofSeconds(20));
      assertThatThrownBy(other::join).hasCauseInstanceOf(NotNoted.class);
    }
  }

  @Test
  void aLostConnectionIsMadeAnew() throws SQLException {
    List<Connection> made = new ArrayList<>();
    try (AccessWriter writer = writer(new Remembering(DATABASE.servingDataSource(), made), 10)) {
      noted(writer, List.of(NOTE));
      made.get(0).close();

      noted(writer, List.of(NOTE));
      assertThat(made).hasSize(2);
      assertThat(writer.isFailing()).isFalse();
    }
  }

  @Test
  void whateverFailsTheWriterGoesOn() throws SQLException {
    Failing failing = new Failing(DATABASE.servingDataSource());
    try (AccessWriter writer = writer(failing, 10)) {
      CompletableFuture<Void> written = offered(writer, List.of(NOTE));
      failing.hasFailed.orTimeout(20, TimeUnit.SECONDS).join();

      assertThat(written).succeedsWithin(Duration.ofSeconds(20));
      assertThat(writer.isFailing()).isFalse();
    }
  }

  @Test
  void aWriterThatIsKeptWaitingIsNotWell() throws SQLException {
    try (Connection holding = locked();
        AccessWriter writer = writer(DATABASE.servingDataSource(), 10)) {
      CompletableFuture<Void> written = offered(writer, List.of(NOTE));

      await().atMost(Duration.ofSeconds(20)).until(writer::isFailing);
      holding.rollback();
      assertThat(written).succeedsWithin(Duration.ofSeconds(20));
      await().atMost(Duration.ofSeconds(20)).until(() -> !writer.isFailing());
    }
  }

  @Test
  void whatWasCountedIsWrittenWithItsCount() throws SQLException {
    try (AccessWriter writer = writer(DATABASE.servingDataSource(), 10)) {
      noted(writer, List.of(NOTE.ofMany(4711)));

      assertThat(number("SELECT times FROM vigil.access_log")).isEqualTo(4711);
    }
  }

  @Test
  void nobodyButTheOwnerChangesOrForgetsWhatWasNoted() throws SQLException {
    try (Connection serving = DATABASE.servingDataSource().getConnection();
        Statement statement = serving.createStatement()) {
      for (String change :
          List.of(
              "UPDATE vigil.access_log SET actor = 'somebody'",
              "DELETE FROM vigil.access_log",
              "TRUNCATE vigil.access_log",
              "INSERT INTO vigil.access_log (noted_at, actor, client, roles, method, path, outcome, status)"
                  + " VALUES (now() - interval '9 years', 'a', 'b', '', 'GET', '/', 'ALLOWED', 200)")) {
        assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission");
      }
      assertThatThrownBy(
              () -> statement.execute("SELECT vigil.forget_accesses(now() - interval '1 day', 10)"))
          .hasMessageContaining("the last 365 days are kept");
    }
  }

  @Test
  void whatIsOldEnoughIsForgottenTheOldestFirst() throws SQLException {
    asOwner(
        "INSERT INTO vigil.access_log (noted_at, actor, client, roles, method, path, outcome, status)"
            + " SELECT now() - make_interval(days => d), d::text, 'b', '', 'GET', '/', 'ALLOWED', 200"
            + " FROM generate_series(1500, 500, -100) d");

    assertThat(number("SELECT vigil.forget_accesses(now() - interval '1000 days', 3)"))
        .isEqualTo(3);
    assertThat(number("SELECT vigil.forget_accesses(now() - interval '1000 days', 100)"))
        .isEqualTo(3);
    assertThat(number("SELECT max(actor::integer) FROM vigil.access_log")).isEqualTo(900);
  }

  private static AccessWriter writer(DataSource connections, int mostWaiting) {
    return new AccessWriter(connections, new AccessQueue(mostWaiting, mostWaiting));
  }

  private static void noted(AccessWriter writer, List<AccessNote> notes) {
    offered(writer, notes).orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static CompletableFuture<Void> offered(AccessWriter writer, List<AccessNote> notes) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    assertThat(writer.offer(new Waiting(notes, written))).isTrue();
    return written;
  }

  /** Nobody writes until it is rolled back. */
  private static Connection locked() throws SQLException {
    Connection holding = DATABASE.ownerDataSource().getConnection();
    holding.setAutoCommit(false);
    try (Statement statement = holding.createStatement()) {
      statement.execute("LOCK TABLE vigil.access_log");
    }
    return holding;
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection owner = DATABASE.ownerDataSource().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = DATABASE.servingDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** As another, and keeps what it gives out. */
  private static final class Remembering extends BareDataSource {
    private final DataSource source;
    private final List<Connection> made;

    Remembering(DataSource source, List<Connection> made) {
      this.source = source;
      this.made = made;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = source.getConnection();
      made.add(connection);
      return connection;
    }
  }

  /** Fails twice, otherwise than a database does. */
  private static final class Failing extends BareDataSource {
    private final DataSource source;
    private final CompletableFuture<Void> hasFailed = new CompletableFuture<>();
    private int asked;

    Failing(DataSource source) {
      this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
      asked++;
      if (asked == 1) {
        throw new IllegalStateException("the provider of the password is away");
      }
      if (asked == 2) {
        hasFailed.complete(null);
        throw new NoClassDefFoundError("no driver");
      }
      return source.getConnection();
    }
  }
}
