package health.vigil.store;

import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The suite that Axon keeps for storage engines, its three levels. */
class AxonSuiteTest
    extends BatchingEventStorageEngineTest<
        PostgresEventStorageEngine, BatchingEventStorageEngine.Builder> {

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
      UnaryOperator<BatchingEventStorageEngine.Builder> customization) {
    BatchingEventStorageEngine.Builder settings = PostgresEventStorageEngine.settings();
    settings.eventSerializer(fixture.serializer).snapshotSerializer(fixture.serializer);
    return fixture.log.engine(customization.apply(settings));
  }
}
