package health.vigil.store.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The log as one snapshot of the database shows it, read without the store. */
record StoredLog(List<Row> rows, long headPosition, String headRecordedAt, String headHash) {

  private static final int FETCH = 5000;
  private static final String TIME =
      "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  private static final String ROWS =
      "SELECT position, event_identifier, stream_id, sequence_number, stream_type, payload_type, payload_revision, "
          + TIME.formatted("occurred_at")
          + ", "
          + TIME.formatted("recorded_at")
          + ", payload::text, metadata::text, encode(hash, 'hex') FROM vigil.events ORDER BY position";
  private static final String HEAD =
      "SELECT position, "
          + TIME.formatted("recorded_at")
          + ", encode(hash, 'hex') FROM vigil.log_head";

  static StoredLog in(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      List<Row> rows = rows(connection);
      try (Statement statement = connection.createStatement();
          ResultSet head = statement.executeQuery(HEAD)) {
        head.next();
        return new StoredLog(rows, head.getLong(1), head.getString(2), head.getString(3));
      }
    }
  }

  private static List<Row> rows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet found = statement.executeQuery(ROWS)) {
        List<Row> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(row(found));
        }
        return rows;
      }
    }
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(
        found.getLong(1),
        found.getString(2),
        found.getString(3),
        found.getLong(4),
        found.getString(5),
        found.getString(6),
        found.getString(7),
        found.getString(8),
        found.getString(9),
        found.getString(10),
        found.getString(11),
        found.getString(12));
  }
}
