package health.vigil.store;

import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The suite that Axon keeps for storage engines, its three levels. */
class AxonSuiteTest
    extends BatchingEventStorageEngineTest<
        PostgresEventStorageEngine, JdbcEventStorageEngine.Builder> {

  private static LogFixture fixture;

  @BeforeAll
  static void migrate() {
    fixture = LogFixture.empty();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    fixture.wipe();
    setTestSubject(createEngine());
  }

  @Override
  protected PostgresEventStorageEngine createEngine(
      UnaryOperator<JdbcEventStorageEngine.Builder> customization) {
    JdbcEventStorageEngine.Builder settings =
        PostgresEventStorageEngine.settings(fixture.transactions, fixture.transactions);
    settings.eventSerializer(fixture.serializer).snapshotSerializer(fixture.serializer);
    return new PostgresEventStorageEngine(
        customization.apply(settings), fixture.transactions, fixture.transactions);
  }
}
