package health.vigil.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The log as rows, in the order of positions; it reads only what is committed. */
public final class EventLog {

  static final String SELECT =
      "SELECT position, event_identifier, stream_id, sequence_number, stream_type, payload_type,"
          + " payload_revision, payload, metadata, occurred_at, recorded_at, hash FROM vigil.events ";

  /** Found by the index whatever the planner thinks of the order: they are few. */
  private static final String CORRELATED =
      """
      WHERE position = ANY (ARRAY(
          SELECT position FROM vigil.events
          WHERE (metadata ->> 'correlationId') COLLATE "C" = ?))
        AND position > ?
      """;

  private final DataSource dataSource;

  public EventLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Letters and digits that name this life of the log; a log restored from a backup has others. */
  public String epoch() {
    return query("SELECT epoch FROM vigil.log_head", none -> {}, row -> row.getString(1)).get(0);
  }

  /** The position of the newest event, 0 when there is none. */
  public long head() {
    return query("SELECT position FROM vigil.log_head", none -> {}, row -> row.getLong(1)).get(0);
  }

  /** Events after a position, at most so many. */
  public List<RecordedEvent> read(long afterPosition, int limit) {
    return events(
        "WHERE position > ? ORDER BY position LIMIT ?",
        statement -> {
          statement.setLong(1, afterPosition);
          statement.setInt(2, limit);
        });
  }

  /** Those of the identifiers that the log holds. */
  public List<RecordedEvent> findByIdentifiers(Collection<String> eventIdentifiers) {
    return events(
        "WHERE event_identifier = ANY (?) ORDER BY position",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("text", eventIdentifiers.toArray())));
  }

  /** Events after a position whose metadata name this subject, at most so many. */
  public List<RecordedEvent> bySubject(String subject, long afterPosition, int limit) {
    return events(
        "WHERE (metadata ->> 'subject') = ? AND position > ? ORDER BY position LIMIT ?",
        statement -> {
          statement.setString(1, subject);
          statement.setLong(2, afterPosition);
          statement.setInt(3, limit);
        });
  }

  /** Events after a position whose metadata name this correlation, at most so many. */
  public List<RecordedEvent> byCorrelation(String correlation, long afterPosition, int limit) {
    return events(
        CORRELATED + "ORDER BY position LIMIT ?",
        statement -> {
          statement.setString(1, correlation);
          statement.setLong(2, afterPosition);
          statement.setInt(3, limit);
        });
  }

  /** Events of a stream from a sequence number on, at most so many. */
  public List<RecordedEvent> byStream(String streamId, long fromSequence, int limit) {
    return events(
        "WHERE stream_id = ? AND sequence_number >= ? ORDER BY sequence_number LIMIT ?",
        statement -> {
          statement.setString(1, streamId);
          statement.setLong(2, fromSequence);
          statement.setInt(3, limit);
        });
  }

  /** The last event of a stream that is of one of these types. */
  public Optional<RecordedEvent> lastOf(String streamId, Collection<String> types) {
    return lastOf(streamId, types, Long.MAX_VALUE);
  }

  /** As it was when the log reached up to a position. */
  public Optional<RecordedEvent> lastOf(String streamId, Collection<String> types, long upTo) {
    return events(
            "WHERE stream_id = ? AND payload_type = ANY (?) AND position <= ?"
                + " ORDER BY sequence_number DESC LIMIT 1",
            statement -> {
              statement.setString(1, streamId);
              statement.setArray(2, texts(statement, types));
              statement.setLong(3, upTo);
            })
        .stream()
        .findFirst();
  }

  /** Events of some types after a position and up to another, at most so many. */
  public List<RecordedEvent> ofTypes(Collection<String> types, long after, long upTo, int limit) {
    return events(
        "WHERE position > ? AND position <= ? AND payload_type = ANY (?) ORDER BY position LIMIT ?",
        statement -> {
          statement.setLong(1, after);
          statement.setLong(2, upTo);
          statement.setArray(3, texts(statement, types));
          statement.setInt(4, limit);
        });
  }

  private static Array texts(PreparedStatement statement, Collection<String> values)
      throws SQLException {
    return statement.getConnection().createArrayOf("text", values.toArray());
  }

  /** The position at which the first of some streams begins; empty when none has begun. */
  public Optional<Long> beginning(Collection<String> streamIds) {
    return query(
            "SELECT min(position) FROM vigil.events WHERE stream_id = ANY (?) AND sequence_number = 0"
                + " HAVING count(*) > 0",
            statement ->
                statement.setArray(
                    1, statement.getConnection().createArrayOf("text", streamIds.toArray())),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** The position of the last event recorded at or before this time; empty when there was none. */
  public Optional<Long> positionAt(Instant time) {
    long position = lastBy(time, head());
    return position == 0 ? Optional.empty() : Optional.of(position);
  }

  /**
   * All that was recorded at or before a time. It is settled: nothing will be recorded with that
   * time or an earlier one any more, so that whoever asks again is told the same. Waits for appends
   * that are under way where the time is that of the newest event or later; not to be asked for in
   * a transaction.
   *
   * @return empty when the time has not come by the database's clock
   */
  public Optional<LogPrefix> prefix(Instant time) {
    long head = head();
    long position = lastBy(time, head);
    if (position < head) {
      // Times never decrease along the log, and there is a later one.
      return Optional.of(new LogPrefix(time, position));
    }
    return time.isAfter(settled())
        ? Optional.empty()
        : Optional.of(new LogPrefix(time, lastBy(time, head())));
  }

  /** A time before which nothing will be recorded any more. */
  private Instant settled() {
    return query(
            "SELECT clock_timestamp() FROM (SELECT count(*) FROM vigil.settle('{}')) AS under_way",
            none -> {},
            row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .get(0);
  }

  private long lastBy(Instant time, long head) {
    long known = 0;
    long beyond = head + 1;
    while (beyond - known > 1) {
      long middle = known + (beyond - known) / 2;
      if (recordedBy(middle, time)) {
        known = middle;
      } else {
        beyond = middle;
      }
    }
    return known;
  }

  /** Of a position without an event, which only tampering leaves, that before it is asked. */
  private boolean recordedBy(long position, Instant time) {
    return query(
            "SELECT recorded_at <= ? FROM vigil.events WHERE position <= ?"
                + " ORDER BY position DESC LIMIT 1",
            statement -> {
              statement.setObject(1, Times.stored(time));
              statement.setLong(2, position);
            },
            row -> row.getBoolean(1))
        .stream()
        .allMatch(recorded -> recorded);
  }

  private List<RecordedEvent> events(String condition, Binding binding) {
    return query(SELECT + condition, binding, EventLog::event);
  }

  static RecordedEvent event(ResultSet row) throws SQLException {
    return new RecordedEvent(
        row.getLong("position"),
        row.getString("event_identifier"),
        row.getString("stream_id"),
        row.getLong("sequence_number"),
        row.getString("stream_type"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getString("payload"),
        row.getString("metadata"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        HexFormat.of().formatHex(row.getBytes("hash")));
  }

  private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.apply(statement);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.apply(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new EventStoreException("The log could not be read", e);
    }
  }

  private interface Binding {
    void apply(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T apply(ResultSet row) throws SQLException;
  }
}
