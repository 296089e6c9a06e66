package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Callers.Caller;
import health.vigil.store.JdbcTransactions;
import health.vigil.store.PostgresLog;
import health.vigil.store.append.WriterSettings;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Vigil's log, as its users have it: the serving role, the engine's defaults. */
final class OurLog implements AutoCloseable {
  static final String NAME = "Vigil";

  /** Only an owner who means it can do that. */
  private static final String[] WIPE = {
    "ALTER TABLE vigil.events DISABLE TRIGGER USER",
    "TRUNCATE vigil.events, vigil.snapshots",
    "ALTER TABLE vigil.events ENABLE TRIGGER USER",
    "DELETE FROM vigil.log_head",
    "INSERT INTO vigil.log_head DEFAULT VALUES"
  };

  private final Ground ground;
  private final Readings readings;
  final PostgresLog log;
  final EventStorageEngine engine;

  OurLog(Ground ground, Readings readings, int lanes) {
    this.ground = ground;
    this.readings = readings;
    this.log =
        PostgresLog.builder()
            .transactions(new JdbcTransactions(ground.pool))
            .writerConnections(ground.server.servingDataSource())
            .writerSettings(settings(lanes))
            .serializer(readings.serializer)
            .eventSerializer(readings.serializer)
            .build();
    this.engine = log.storageEngine();
  }

  /** The defaults but for the lanes. */
  private static WriterSettings settings(int lanes) {
    WriterSettings usual = WriterSettings.DEFAULT;
    return new WriterSettings(
        lanes,
        usual.maxWaiting(),
        usual.maxWaitingBytes(),
        usual.groupEvents(),
        usual.groupBytes(),
        usual.answerTimeout());
  }

  void wipe() throws SQLException {
    ground.execute(WIPE);
  }

  Caller caller(int events) {
    Streams streams = readings.streams(Appends.STREAMS_OF_A_CALLER);
    return () -> engine.appendEvents(streams.next(events));
  }

  /** So many events more, through the engine. */
  void fill(int events) throws InterruptedException {
    new Filling(engine, readings).append(events);
  }

  /** Through which an application loads its aggregates. */
  EventStore store() {
    return log.eventStore();
  }

  @Override
  public void close() {
    log.close();
  }
}
