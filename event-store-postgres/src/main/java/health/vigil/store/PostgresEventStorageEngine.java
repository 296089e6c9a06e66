package health.vigil.store;

import health.vigil.store.append.LogWriter;
import health.vigil.store.append.Outcome;
import health.vigil.store.read.Queries;
import health.vigil.store.read.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon's engine.
 *
 * <ul>
 *   <li>An append is handed to the node's writer and commits by itself, whatever transaction the
 *       caller is in.
 *   <li>A token is a plain position: positions have no gaps and equal the order of commits, so
 *       whoever has come to one has seen everything before it.
 *   <li>No exception tells a stored value.
 *   <li>A stream has one snapshot, the newest.
 * </ul>
 */
final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

  /** Events of a stream or of the log that are read in one go. */
  static final int BATCH_SIZE = 1000;

  private static final String EVENT =
      "SELECT position, " + StoredEvent.COLUMNS + " FROM vigil.events ";

  private final LogWriter writer;
  private final Statements statements;

  PostgresEventStorageEngine(Builder builder, LogWriter writer, Statements statements) {
    super(builder);
    this.writer = writer;
    this.statements = statements;
  }

  /** Our settings; serializers are the caller's. */
  static Builder settings() {
    Builder builder = new Settings();
    builder
        .batchSize(BATCH_SIZE)
        .finalAggregateBatchPredicate(batch -> batch.size() < BATCH_SIZE)
        .persistenceExceptionResolver(Conflicts.RESOLVER);
    return builder;
  }

  private static final class Settings extends Builder {}

  /** What another append stands in the way of. */
  private static final class Conflicts {
    private static final String UNIQUE_VIOLATION = "23505";

    static final PersistenceExceptionResolver RESOLVER =
        failure ->
            failure instanceof AlreadyRecordedException
                || failure instanceof PlaceTakenException
                || (failure instanceof SQLException sql
                    && UNIQUE_VIOLATION.equals(sql.getSQLState()));

    static EventStoreException of(Outcome.Collided collided, EventMessage<?> event) {
      return collided.what() == Outcome.What.IDENTIFIER
          ? new AlreadyRecordedException(event.getIdentifier(), collided.heldBy())
          : new PlaceTakenException(collided.heldBy());
    }
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    Outcome outcome = writer.append(EventRows.of(events, serializer));
    if (outcome instanceof Outcome.Taken taken) {
      CurrentUnitOfWork.ifStarted(work -> note(events, taken.lastPosition(), work.root()));
    } else if (outcome instanceof Outcome.Collided collided) {
      EventMessage<?> event = events.get(collided.index());
      handlePersistenceException(Conflicts.of(collided, event), event);
    } else if (outcome instanceof Outcome.Failed failed) {
      handlePersistenceException(
          Refusal.withoutValues(failed.reason()), Refusal.culprit(failed.reason(), events));
    } else if (outcome instanceof Outcome.Refused refused) {
      throw new AppendRefusedException(refused.reason());
    } else {
      throw new OutcomeUnknownException();
    }
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

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String stream, long firstSequence, int batchSize) {
    return statements.read(
        EVENT + "WHERE stream_id = ? AND sequence_number >= ? ORDER BY sequence_number LIMIT ?",
        statement -> {
          statement.setString(1, stream);
          statement.setLong(2, firstSequence);
          statement.setInt(3, batchSize);
        },
        StoredEvent::of);
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken last, int batchSize) {
    return statements.read(
        EVENT + "WHERE position > ? ORDER BY position LIMIT ?",
        statement -> {
          statement.setLong(1, position(last));
          statement.setInt(2, batchSize);
        },
        StoredEvent::of);
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
    return statements
        .read(
            "SELECT "
                + StoredEvent.SNAPSHOT
                + "::bigint, "
                + StoredEvent.COLUMNS
                + " FROM vigil.snapshots WHERE stream_id = ?",
            statement -> statement.setString(1, stream),
            StoredEvent::of)
        .stream();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String stream) {
    return statements
        .read(
            "SELECT sequence_number FROM vigil.events WHERE stream_id = ?"
                + " ORDER BY sequence_number DESC LIMIT 1",
            statement -> statement.setString(1, stream),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** Before the first event, there is none. */
  @Override
  public @Nullable TrackingToken createTailToken() {
    return token("SELECT 0 FROM vigil.log_head WHERE position > 0", none -> {});
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return token("SELECT position FROM vigil.log_head WHERE position > 0", none -> {});
  }

  /** Before the first event that was decided then or later; the head where there is none. */
  @Override
  public @Nullable TrackingToken createTokenAt(Instant time) {
    TrackingToken before =
        token(
            "SELECT min(position) - 1 FROM vigil.events WHERE occurred_at >= ?"
                + " HAVING count(*) > 0",
            statement -> statement.setObject(1, Times.stored(time)));
    return before == null ? createHeadToken() : before;
  }

  private @Nullable TrackingToken token(String query, Queries.Binding binding) {
    return statements
        .read(
            query, binding, row -> (TrackingToken) new GlobalSequenceTrackingToken(row.getLong(1)))
        .stream()
        .findFirst()
        .orElse(null);
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

  private static int store(
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
      statement.setObject(5, Times.stored(snapshot.getTimestamp()));
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
}
