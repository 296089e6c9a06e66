package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one append, serialised before any lock is taken.
 *
 * <p>They go out as rows of one statement, not as a JDBC batch: a batch that fails puts every bound
 * value into its exception.
 */
final class Append {

  private static final int ROWS_IN_A_STATEMENT = 500;
  private static final int COLUMNS = 9;
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)";

  private final List<Row> rows;

  private Append(List<Row> rows) {
    this.rows = rows;
  }

  static Append of(List<? extends EventMessage<?>> events, Serializer serializer) {
    return new Append(events.stream().map(event -> Row.of(event, serializer)).toList());
  }

  /** Whether they fit into one statement, which is all or nothing without a transaction. */
  boolean isOneStatement() {
    return rows.size() <= ROWS_IN_A_STATEMENT;
  }

  /**
   * Appends all of them in this order.
   *
   * @return the position of the last
   */
  long insert(Connection connection) throws SQLException {
    long position = 0;
    for (int from = 0; from < rows.size(); from += ROWS_IN_A_STATEMENT) {
      int to = Math.min(rows.size(), from + ROWS_IN_A_STATEMENT);
      position = insert(connection, rows.subList(from, to));
    }
    return position;
  }

  private static long insert(Connection connection, List<Row> part) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insertion(part.size()))) {
      int parameter = 1;
      for (Row row : part) {
        row.bind(statement, parameter);
        parameter += COLUMNS;
      }
      try (ResultSet positions = statement.executeQuery()) {
        return last(positions);
      }
    }
  }

  private static String insertion(int size) {
    return "INSERT INTO vigil.events (event_identifier, stream_id, sequence_number, stream_type,"
        + " occurred_at, payload_type, payload_revision, payload, metadata) VALUES "
        + (ROW + ", ").repeat(size - 1)
        + ROW
        + " RETURNING position";
  }

  private static long last(ResultSet positions) throws SQLException {
    long position = 0;
    while (positions.next()) {
      position = positions.getLong(1);
    }
    return position;
  }

  private record Row(
      EventMessage<?> event,
      String stream,
      long sequence,
      @Nullable String streamType,
      SerializedObject<String> payload,
      SerializedObject<String> metadata) {

    /** An event of no stream is a stream of its own, as Axon has it. */
    static Row of(EventMessage<?> event, Serializer serializer) {
      SerializedObject<String> payload = event.serializePayload(serializer, String.class);
      SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
      if (event instanceof DomainEventMessage<?> domain) {
        return new Row(
            event,
            domain.getAggregateIdentifier(),
            domain.getSequenceNumber(),
            domain.getType(),
            payload,
            metadata);
      }
      return new Row(event, event.getIdentifier(), 0, null, payload, metadata);
    }

    void bind(PreparedStatement statement, int first) throws SQLException {
      statement.setString(first, event.getIdentifier());
      statement.setString(first + 1, stream);
      statement.setLong(first + 2, sequence);
      statement.setString(first + 3, streamType);
      statement.setObject(first + 4, Times.stored(event.getTimestamp()));
      statement.setString(first + 5, payload.getType().getName());
      statement.setString(first + 6, payload.getType().getRevision());
      statement.setString(first + 7, payload.getData());
      statement.setString(first + 8, metadata.getData());
    }
  }
}
