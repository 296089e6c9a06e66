package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Callers.Caller;
import health.vigil.store.JdbcTransactions;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;

/**
 * Axon's JDBC engine as its documentation sets it up for PostgreSQL: its own tables (bigserial,
 * bytea, unique keys), Jackson, conflicts told by the SQL state; same pool, same role.
 */
final class AxonPeer {
  static final String NAME = "Axon JDBC";
  static final String SETTINGS =
      "Axon 4.13 JdbcEventStorageEngine: tables of PostgresEventTableFactory (bigserial, bytea, unique event"
          + " identifier, unique aggregate and sequence), the same Jackson serializer, SQLStateResolver(\"23505\"),"
          + " the same pool; an append is one transaction, reads have none; all else by default";

  private static final int BATCH_SIZE = 100;
  private static final EventSchema SCHEMA =
      EventSchema.builder()
          .eventTable("axon.domain_events")
          .snapshotTable("axon.snapshots")
          .build();

  private final Ground ground;
  private final Readings readings;
  final EventStorageEngine engine;

  private AxonPeer(Ground ground, Readings readings) {
    this.ground = ground;
    this.readings = readings;
    JdbcTransactions transactions = new JdbcTransactions(ground.pool);
    this.engine = engine(transactions, transactions, BATCH_SIZE);
  }

  static AxonPeer on(Ground ground, Readings readings) throws SQLException {
    AxonPeer peer = new AxonPeer(ground, readings);
    ground.execute("CREATE SCHEMA axon");
    peer.engine(ground.server.ownerDataSource()::getConnection, NoTransactionManager.INSTANCE, 1)
        .createSchema(PostgresEventTableFactory.INSTANCE);
    String serving = ground.server.serving().user();
    ground.execute(
        "GRANT USAGE ON SCHEMA axon TO " + serving,
        "GRANT SELECT, INSERT, DELETE ON ALL TABLES IN SCHEMA axon TO " + serving,
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA axon TO " + serving);
    return peer;
  }

  /** One that reads so many events at a time, without the round trips of a transaction. */
  EventStorageEngine reading(int batchSize) {
    return engine(ground.pool::getConnection, NoTransactionManager.INSTANCE, batchSize);
  }

  private JdbcEventStorageEngine engine(
      ConnectionProvider connections, TransactionManager transactions, int batchSize) {
    JdbcEventStorageEngine.Builder settings = JdbcEventStorageEngine.builder();
    settings
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(SCHEMA)
        .batchSize(batchSize)
        .eventSerializer(readings.serializer)
        .snapshotSerializer(readings.serializer)
        .persistenceExceptionResolver(new SQLStateResolver("23505"));
    return settings.build();
  }

  void wipe() throws SQLException {
    ground.execute("TRUNCATE axon.domain_events, axon.snapshots RESTART IDENTITY");
  }

  Caller caller(int events) {
    Streams streams = readings.streams(Appends.STREAMS_OF_A_CALLER);
    return () -> engine.appendEvents(streams.next(events));
  }

  /** The same events as in our log, with the same positions; it would take long to append them. */
  void copyOurs() throws SQLException {
    wipe();
    ground.execute(
        """
        INSERT INTO axon.domain_events (globalindex, aggregateidentifier, sequencenumber, type, eventidentifier,
            metadata, payload, payloadrevision, payloadtype, timestamp)
          SELECT position, stream_id, sequence_number, stream_type, event_identifier,
              convert_to(metadata::text, 'UTF8'), convert_to(payload::text, 'UTF8'), payload_revision, payload_type,
              to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            FROM vigil.events ORDER BY position
        """);
  }
}
