package health.vigil.app.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.vigil.app.migration.Migrate;
import health.vigil.app.migration.MigrationTarget;
import health.vigil.local.TestDatabase;
import health.vigil.store.JdbcTransactions;
import health.vigil.store.PostgresLog;
import health.vigil.store.append.WriterSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log whose writer lets one append wait, and no more. */
class FullLogTest {
  private final TestDatabase database = TestDatabase.create();
  private PostgresLog log;

  @BeforeEach
  void makeIt() {
    Migrate.migrate(
        new MigrationTarget(
            database.url(),
            database.owner().user(),
            database.owner().password(),
            database.serving().user()));
    Serializer serializer = JacksonSerializer.defaultSerializer();
    log =
        PostgresLog.builder()
            .transactions(new JdbcTransactions(database.servingDataSource()))
            .serializer(serializer)
            .eventSerializer(serializer)
            .writerSettings(new WriterSettings(1, 1, 1 << 20, 1, 1 << 20, Duration.ofSeconds(20)))
            .build();
  }

  @AfterEach
  void dropIt() {
    log.close();
    database.drop();
  }

  @Test
  void who_finds_no_room_is_told_that_nothing_was_recorded_and_the_others_are_recorded()
      throws SQLException {
    CompletableFuture<Void> underWay;
    CompletableFuture<Void> waiting;
    Throwable refused;
    try (Connection owner = database.ownerDataSource().getConnection();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("SELECT FROM vigil.log_head FOR UPDATE");
      underWay = CompletableFuture.runAsync(() -> append("under way"));
      awaitHeldUp();
      waiting = CompletableFuture.runAsync(() -> append("waiting"));
      Awaitility.await().until(() -> log.waitingAppends() == 1);
      refused = catchThrowable(() -> append("one too many"));
    }
    underWay.join();
    waiting.join();

    assertThat(new Problems().of(refused)).isEqualTo(LogProblems.BUSY);
    assertThat(log.eventLog().head()).isEqualTo(2);
    append("one too many");
    assertThat(log.eventLog().head()).isEqualTo(3);
  }

  private void append(String stream) {
    log.storageEngine()
        .appendEvents(new GenericDomainEventMessage<>("Ward", stream, 0, "something happened"));
  }

  private void awaitHeldUp() {
    Awaitility.await()
        .until(
            () -> {
              try (Connection connection = database.servingDataSource().getConnection();
                  Statement statement = connection.createStatement()) {
                return statement
                    .executeQuery(
                        "SELECT FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND usename = current_user AND wait_event_type = 'Lock'")
                    .next();
              }
            });
  }
}
