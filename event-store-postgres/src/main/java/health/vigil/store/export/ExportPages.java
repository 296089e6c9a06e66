package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The events of a part of the log as an export has them, page by page: no statement, and no
 * connection, lasts longer than one page takes to be read, however slow whoever takes them is. For
 * one thread at a time.
 *
 * <p>It gives what is stored and judges nothing: what is missing in the log is missing here. Each
 * page is read when it is asked for; the log is append-only, so what others append meanwhile
 * changes none.
 */
public final class ExportPages implements Iterator<byte[]> {

  private static final int POSITIONS_A_PAGE = 500;

  private static final String LINES =
      """
      SELECT json_build_object(
          'position', position::text,
          'recorded_at', to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          'event_identifier', event_identifier,
          'stream_id', stream_id,
          'sequence_number', sequence_number::text,
          'stream_type', stream_type,
          'payload_type', payload_type,
          'payload_revision', payload_revision,
          'occurred_at', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          'payload', payload::text,
          'metadata', metadata::text,
          'hash', encode(hash, 'hex'))::text
        FROM vigil.events
        WHERE position BETWEEN ? AND ?
        ORDER BY position
      """;

  private final DataSource dataSource;
  private final long last;
  private long next;

  /** The events from one position to another, both included. */
  public ExportPages(DataSource dataSource, long first, long last) {
    this.dataSource = dataSource;
    this.next = first;
    this.last = last;
  }

  @Override
  public boolean hasNext() {
    return next <= last;
  }

  /**
   * Whole lines in UTF-8, each ended by a line feed; none when the log has no events at these
   * positions.
   *
   * @throws EventStoreException when the log can not be read; the same page may be asked for again
   */
  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long end = Math.min(last, next + POSITIONS_A_PAGE - 1);
    byte[] page = read(next, end);
    next = end + 1;
    return page;
  }

  /**
   * Writes all that is left.
   *
   * @throws EventStoreException when the log can not be read
   * @throws IOException when it can not be written
   */
  public void writeTo(OutputStream output) throws IOException {
    while (hasNext()) {
      output.write(next());
    }
  }

  private byte[] read(long from, long to) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      StringBuilder lines = new StringBuilder();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.append(row.getString(1)).append('\n');
        }
      }
      return lines.toString().getBytes(UTF_8);
    } catch (SQLException e) {
      throw new EventStoreException("The log could not be read", e);
    }
  }
}
