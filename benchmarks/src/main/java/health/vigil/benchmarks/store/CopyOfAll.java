package health.vigil.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** What a reader gets of the log, in its order, by COPY in PostgreSQL's binary format. */
final class CopyOfAll {
  private static final String COPY =
      """
      COPY (SELECT position, event_identifier, stream_id, sequence_number, stream_type, occurred_at, recorded_at,
          payload_type, payload_revision, payload, metadata FROM vigil.events ORDER BY position)
        TO STDOUT (FORMAT binary)
      """;

  private CopyOfAll() {}

  /** How many rows have come; nothing is decoded. */
  static long rows(DataSource dataSource) throws SQLException {
    long read = 0;
    try (Connection connection = dataSource.getConnection()) {
      CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY);
      while (out.readFromCopy() != null) {
        read++;
      }
    }
    return read - 1; // the end of the data comes by itself
  }
}
