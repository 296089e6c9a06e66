package health.vigil.benchmarks.store;

import health.vigil.benchmarks.store.Callers.Caller;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;

/**
 * A table of our columns and with our unique indexes that PostgreSQL numbers: no lock, no order, no
 * chain, no index on subjects.
 */
final class PlainTable {
  static final String INSERT = "one INSERT";

  private static final byte[] HASH = new byte[32];
  private static final String ROW =
      """
      INSERT INTO plain.events (event_identifier, stream_id, sequence_number, stream_type, occurred_at,
          payload_type, payload_revision, payload, metadata, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
      """;

  private final Ground ground;
  private final Readings readings;

  private PlainTable(Ground ground, Readings readings) {
    this.ground = ground;
    this.readings = readings;
  }

  static PlainTable on(Ground ground, Readings readings) throws SQLException {
    ground.execute("CREATE SCHEMA plain");
    ground.copyShape("vigil.events", "plain.events", "INCLUDING ALL EXCLUDING INDEXES");
    ground.execute(
        "ALTER TABLE plain.events ADD PRIMARY KEY (position), ADD UNIQUE (event_identifier),"
            + " ADD UNIQUE (stream_id, sequence_number)",
        "ALTER TABLE plain.events ALTER position ADD GENERATED ALWAYS AS IDENTITY",
        "ALTER TABLE plain.events ALTER recorded_at SET DEFAULT clock_timestamp()",
        "GRANT USAGE ON SCHEMA plain TO " + ground.server.serving().user(),
        "GRANT SELECT, INSERT ON plain.events TO " + ground.server.serving().user());
    return new PlainTable(ground, readings);
  }

  void wipe() throws SQLException {
    ground.execute("TRUNCATE plain.events RESTART IDENTITY");
  }

  /** On a connection that it keeps and with one statement; each INSERT commits by itself. */
  Caller inserting() throws SQLException {
    Streams streams = readings.streams(Appends.STREAMS_OF_A_CALLER);
    Connection connection = ground.pool.getConnection();
    PreparedStatement statement = connection.prepareStatement(ROW);
    return new Caller() {
      @Override
      public void call() throws SQLException {
        bind(statement, streams.next());
        statement.executeUpdate();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private void bind(PreparedStatement row, DomainEventMessage<?> event) throws SQLException {
    SerializedObject<String> payload = event.serializePayload(readings.serializer, String.class);
    row.setString(1, event.getIdentifier());
    row.setString(2, event.getAggregateIdentifier());
    row.setLong(3, event.getSequenceNumber());
    row.setString(4, event.getType());
    row.setObject(5, event.getTimestamp().atOffset(ZoneOffset.UTC));
    row.setString(6, payload.getType().getName());
    row.setString(7, payload.getType().getRevision());
    row.setString(8, payload.getData());
    row.setString(9, event.serializeMetaData(readings.serializer, String.class).getData());
    row.setBytes(10, HASH);
  }

  /** A COPY for each call, which commits it. */
  Caller copying(int events) throws SQLException {
    Streams streams = readings.streams(Appends.STREAMS_OF_A_CALLER);
    Connection connection = ground.pool.getConnection();
    return new Caller() {
      @Override
      public void call() throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, readings.serializer)) {
          copy.write(streams.next(events));
        }
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  /** One COPY for the whole round: nothing is committed before its end. */
  Caller streaming(int events) throws SQLException {
    Streams streams = readings.streams(Appends.STREAMS_OF_A_CALLER);
    Connection connection = ground.pool.getConnection();
    BinaryCopy copy = new BinaryCopy(connection, readings.serializer);
    return new Caller() {
      @Override
      public void call() throws SQLException {
        copy.write(streams.next(events));
      }

      @Override
      public void end() throws SQLException {
        copy.close();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }
}
