package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Snapshots as rows, one a stream. */
public final class StoredSnapshots {
  private final DataSource dataSource;

  public StoredSnapshots(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param sequence of the last event in it
   * @param type of the aggregate
   * @param payload JSON
   */
  public record Row(
      String stream, long sequence, String type, @Nullable String revision, String payload) {
    /** Without the payload. */
    @Override
    public String toString() {
      return "Row[stream=" + stream + ", sequence=" + sequence + "]";
    }
  }

  public long count() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM vigil.snapshots");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Those of the streams after one, in the order of their ids.
   *
   * @param afterStream empty for the first
   */
  public List<Row> read(String afterStream, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT stream_id, sequence_number, payload_type, payload_revision, payload"
                    + " FROM vigil.snapshots WHERE stream_id > ? ORDER BY stream_id LIMIT ?")) {
      statement.setString(1, afterStream);
      statement.setInt(2, limit);
      try (ResultSet rows = statement.executeQuery()) {
        return rows(rows);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static List<Row> rows(ResultSet rows) throws SQLException {
    List<Row> found = new ArrayList<>();
    while (rows.next()) {
      found.add(
          new Row(
              rows.getString(1),
              rows.getLong(2),
              rows.getString(3),
              rows.getString(4),
              rows.getString(5)));
    }
    return found;
  }

  private static EventStoreException unreadable(SQLException e) {
    return new EventStoreException("The snapshots could not be read", e);
  }
}
