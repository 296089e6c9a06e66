package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The log is appended to by another node, of which this tail is not told otherwise. */
class LogTailTest {

  private static final String LISTENERS =
      " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
          + " AND application_name = 'listener'";

  private final LogFixture fixture = LogFixture.empty();
  private final AtomicBoolean refused = new AtomicBoolean();
  private final AtomicLong told = new AtomicLong(-1);
  private LogTail tail = LogTail.following(own(), fixture.pool);

  @AfterEach
  void close() {
    tail.close();
    fixture.close();
  }

  private DataSource own() {
    PGSimpleDataSource own =
        new PGSimpleDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public Connection getConnection() throws SQLException {
            if (refused.get()) {
              throw new SQLException("refused", "08001");
            }
            return super.getConnection();
          }
        };
    own.setUrl(fixture.database.url());
    own.setUser(fixture.database.serving().user());
    own.setPassword(fixture.database.serving().password());
    own.setApplicationName("listener");
    return own;
  }

  private void kill() throws SQLException {
    fixture.execute(
        fixture.database.servingDataSource(), "SELECT pg_terminate_backend(pid)" + LISTENERS);
  }

  private void appended(long position) {
    fixture.append(event("stream", position - 1));
    await().untilAtomic(told, is(position));
  }

  @Test
  void listenersAreToldWhenTheLogGrows() {
    tail.onMove(told::set);
    fixture.fill("stream", 3);
    await().untilAtomic(told, is(3L));

    appended(4);
  }

  @Test
  void aListenerThatFailsHarmsNoOther() {
    tail.onMove(
        position -> {
          throw new IllegalStateException("broken");
        });
    tail.onMove(told::set);

    appended(1);
  }

  @Test
  void theTailKeepsAConnectionOfItsOwnAndNoneOfThePool() throws SQLException {
    tail.onMove(told::set);
    appended(1);

    assertThat(fixture.ask("SELECT count(*)" + LISTENERS)).isEqualTo("1");
    assertThat(fixture.pool.getMetrics().activeCount()).isZero();
  }

  @Test
  void aLostConnectionIsMadeAgain() throws SQLException {
    tail.onMove(told::set);
    appended(1);

    kill();
    appended(2);

    await().until(() -> fixture.ask("SELECT count(*)" + LISTENERS).equals("1"));
    appended(3);
  }

  @Test
  void theHeadIsAskedForWhileThereIsNoConnectionToListenOn() throws SQLException {
    tail.onMove(told::set);
    appended(1);
    refused.set(true);

    kill();
    for (long position = 2; position <= 10; position++) {
      appended(position);
    }

    assertThat(fixture.ask("SELECT count(*)" + LISTENERS)).isEqualTo("0");
    refused.set(false);
    await().until(() -> fixture.ask("SELECT count(*)" + LISTENERS).equals("1"));
    appended(11);
  }

  @Test
  void aConnectionThatFallsSilentOnlyDelays() throws IOException {
    tail.close();
    try (Relay relay = new Relay(fixture)) {
      tail = LogTail.following(relay.connections(), fixture.pool);
      tail.onMove(told::set);
      appended(1);

      relay.fallSilent();

      for (long position = 2; position <= 5; position++) {
        appended(position);
      }
    }
  }

  @Test
  void listenersAreToldWhenTheLogWasRestoredToAnEarlierPosition() throws SQLException {
    tail.onMove(told::set);
    fixture.fill("stream", 3);
    await().untilAtomic(told, is(3L));
    String before = tail.lastLook().epoch();

    fixture.execute(
        fixture.database.ownerDataSource(),
        "UPDATE vigil.log_head SET epoch = DEFAULT, position = 1");

    await().untilAtomic(told, is(1L));
    assertThat(tail.lastLook().position()).isEqualTo(1);
    assertThat(tail.lastLook().epoch()).isNotEqualTo(before);
  }

  @Test
  void whatThisNodeAppendsIsToldWithoutTheDatabase() throws SQLException {
    tail.onMove(told::set);
    refused.set(true);
    appended(1);

    tail.appended(7);

    await().untilAtomic(told, is(7L));
    assertThat(tail.lastLook().position()).isEqualTo(7);
    assertThat(fixture.log.eventLog().head()).isEqualTo(1);
  }
}
