package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcUtils.SqlResultConverter;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine on our tables, without its traps.
 *
 * <ul>
 *   <li>A conflict is recognised by PostgreSQL's SQL state and laid to the stream that it hurts.
 *   <li>No exception tells a stored value.
 *   <li>Positions have no gaps, so a token never needs one, no clock decides whether an event is
 *       seen, and an empty read is not repeated.
 *   <li>A stream is read to its end without one more, empty read.
 *   <li>A stream has one snapshot, the newest.
 * </ul>
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

  /** Events of a stream or of the log that are read in one go. */
  static final int BATCH_SIZE = 1000;

  private static final String UNIQUE_VIOLATION = "23505";

  private final Statements statements;

  PostgresEventStorageEngine(
      Builder builder, ConnectionProvider connections, TransactionManager transactions) {
    super(builder);
    this.statements = new Statements(connections, transactions);
  }

  /** Our settings; serializers are the caller's. */
  static Builder settings(ConnectionProvider connections, TransactionManager transactions) {
    Builder builder = JdbcEventStorageEngine.builder();
    builder
        .connectionProvider(connections)
        .transactionManager(transactions)
        .schema(Schemas.events())
        .dataType(String.class)
        .extendedGapCheckEnabled(false)
        .batchSize(BATCH_SIZE)
        .finalAggregateBatchPredicate(batch -> batch.size() < BATCH_SIZE)
        .persistenceExceptionResolver(new SQLStateResolver(UNIQUE_VIOLATION));
    return builder;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    long last = insert(Append.of(events, serializer), events);
    CurrentUnitOfWork.ifStarted(work -> note(events, last, work.root()));
  }

  /** An append has its positions one after the other. */
  private static void note(List<? extends EventMessage<?>> events, long last, UnitOfWork<?> root) {
    List<AppendedEvent> appended =
        root.getOrComputeResource(PostgresLog.APPENDED, name -> new ArrayList<>());
    long position = last - events.size();
    for (EventMessage<?> event : events) {
      appended.add(new AppendedEvent(++position, event));
    }
  }

  private long insert(Append append, List<? extends EventMessage<?>> events) {
    try {
      return append.isOneStatement()
          ? statements.one(append::insert)
          : statements.several(append::insert);
    } catch (SQLException e) {
      handlePersistenceException(Refusal.withoutValues(e), Refusal.culprit(e, events));
      throw new AssertionError("a failed append is always reported");
    }
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String stream, long firstSequence, int batchSize) {
    return read(
        connection -> readEventData(connection, stream, firstSequence, batchSize),
        this::getDomainEventData);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
    return read(connection -> readSnapshotData(connection, stream), this::getSnapshotData).stream();
  }

  private <T> List<T> read(Statements.Query query, SqlResultConverter<T> row) {
    try {
      return statements.rows(query, row);
    } catch (SQLException e) {
      throw new EventStoreException("A stream could not be read", Refusal.withoutValues(e));
    }
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
    SerializedObject<String> metadata = snapshot.serializeMetaData(serializer, String.class);
    try {
      statements.one(connection -> store(snapshot, payload, metadata, connection));
    } catch (SQLException e) {
      handlePersistenceException(Refusal.withoutValues(e), snapshot);
    }
  }

  private int store(
      DomainEventMessage<?> snapshot,
      SerializedObject<String> payload,
      SerializedObject<String> metadata,
      Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SNAPSHOT)) {
      statement.setString(1, snapshot.getAggregateIdentifier());
      statement.setLong(2, snapshot.getSequenceNumber());
      statement.setString(3, snapshot.getIdentifier());
      statement.setString(4, snapshot.getType());
      writeTimestamp(statement, 5, snapshot.getTimestamp());
      statement.setString(6, payload.getType().getName());
      statement.setString(7, payload.getType().getRevision());
      statement.setString(8, payload.getData());
      statement.setString(9, metadata.getData());
      return statement.executeUpdate();
    }
  }

  private static final String SNAPSHOT =
      """
      INSERT INTO vigil.snapshots AS stored (stream_id, sequence_number, event_identifier, stream_type, occurred_at,
          payload_type, payload_revision, payload, metadata)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
      ON CONFLICT (stream_id) DO UPDATE
        SET sequence_number = excluded.sequence_number, event_identifier = excluded.event_identifier,
          stream_type = excluded.stream_type, occurred_at = excluded.occurred_at,
          payload_type = excluded.payload_type, payload_revision = excluded.payload_revision,
          payload = excluded.payload, metadata = excluded.metadata
        WHERE stored.sequence_number <= excluded.sequence_number
      """;

  /** Every event up to the position has been seen, whatever the token before it says. */
  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, @Nullable GapAwareTrackingToken previous) throws SQLException {
    String stream = row.getString("stream_id");
    String identifier = row.getString("event_identifier");
    return new TrackedDomainEventData<>(
        GapAwareTrackingToken.newInstance(row.getLong("position"), Collections.emptySet()),
        new GenericDomainEventEntry<>(
            row.getString("stream_type"),
            identifier.equals(stream) ? null : stream,
            row.getLong("sequence_number"),
            identifier,
            readTimeStamp(row, "occurred_at"),
            row.getString("payload_type"),
            row.getString("payload_revision"),
            row.getString("payload"),
            row.getString("metadata")));
  }

  @Override
  protected PreparedStatement createTokenAt(Connection connection, Instant time)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "SELECT min(position) - 1 FROM vigil.events WHERE occurred_at >= ?");
    writeTimestamp(statement, 1, time);
    return statement;
  }

  /** Microseconds survive, which they do not in Axon's own text form. */
  @Override
  protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant().toString();
  }

  @Override
  protected void writeTimestamp(PreparedStatement statement, int parameter, Instant time)
      throws SQLException {
    statement.setObject(parameter, Times.stored(time));
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
  protected <T> T readPayload(ResultSet row, String column) throws SQLException {
    return (T) row.getString(column);
  }
}
