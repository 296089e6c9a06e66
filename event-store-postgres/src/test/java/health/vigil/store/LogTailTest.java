package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTailTest {

  private final LogFixture fixture = LogFixture.empty();
  private final LogTail tail =
      LogTail.following(fixture.database.servingDataSource(), fixture.pool);
  private final AtomicLong told = new AtomicLong(-1);

  @AfterEach
  void close() {
    tail.close();
    fixture.close();
  }

  @Test
  void listenersAreToldWhenTheLogGrows() {
    tail.onMove(told::set);
    fixture.fill("stream", 3);
    await().untilAtomic(told, is(3L));

    fixture.append(event("stream", 3));
    await().untilAtomic(told, is(4L));
  }

  @Test
  void aListenerThatFailsHarmsNoOther() {
    tail.onMove(
        position -> {
          throw new IllegalStateException("broken");
        });
    tail.onMove(told::set);

    fixture.fill("stream", 1);

    await().untilAtomic(told, is(1L));
  }

  @Test
  void aLostConnectionIsMadeAgain() throws SQLException {
    tail.onMove(told::set);
    fixture.fill("stream", 1);
    await().untilAtomic(told, is(1L));

    fixture.execute(
        fixture.database.servingDataSource(),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " AND query = 'SELECT position FROM vigil.log_head'");
    fixture.append(event("stream", 1));

    await().untilAtomic(told, is(2L));
  }
}
