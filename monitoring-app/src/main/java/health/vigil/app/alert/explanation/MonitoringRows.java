package health.vigil.app.alert.explanation;

import health.vigil.monitoring.ObservationId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Chooses what an explanation tells from a monitoring's stream, in the order of the log. */
@Singleton
class MonitoringRows {
  /** One append breaches at most the score and the limits of six vital signs, and may merge. */
  private static final int LONGEST_APPEND = 12;

  private static final int MOST = 200;

  private static final String AROUND =
      """
      SELECT event_identifier FROM vigil.events
      WHERE stream_id = ?
        AND (payload_type = 'MonitoringPlanSet'
          OR EXISTS (SELECT FROM unnest(?) AS edge
            WHERE sequence_number BETWEEN edge - ? AND edge)
          OR (payload_type IN ('VitalSignsRecorded', 'ObservationCorrected', 'ObservationRetracted')
            AND payload ->> 'observationId' = ANY (?)))
      """;

  private static final String BEFORE =
      """
      SELECT event_identifier FROM vigil.events
      WHERE stream_id = ? AND position < ?
        AND payload_type IN ('MonitoringStarted', 'MonitoringPlanSet', 'VitalSignsRecorded',
          'ObservationCorrected', 'ObservationRetracted')
      ORDER BY sequence_number DESC LIMIT ?
      """;

  private static final String AFTER =
      """
      WITH late AS (
        SELECT event_identifier, payload ->> 'observationId' AS id FROM vigil.events
        WHERE stream_id = ? AND position > ? AND payload_type = 'VitalSignsRecorded'
          AND (payload ->> 'measuredAt')::timestamptz <= ?
        ORDER BY sequence_number LIMIT ?)
      SELECT event_identifier FROM late
      UNION ALL
      SELECT event_identifier FROM vigil.events
      WHERE stream_id = ? AND position > ?
        AND payload_type IN ('ObservationCorrected', 'ObservationRetracted')
        AND (payload ->> 'observationId' = ? OR payload ->> 'observationId' IN (SELECT id FROM late))
      """;

  private final DataSource dataSource;
  private final EventLog log;

  MonitoringRows(DataSource dataSource, EventLog log) {
    this.dataSource = dataSource;
    this.log = log;
  }

  /** The plans, what was recorded with each of these edges, and all that concerns these sets. */
  List<RecordedEvent> around(
      String stream, Collection<Long> edges, Collection<ObservationId> sets) {
    return find(
        AROUND,
        statement -> {
          Connection connection = statement.getConnection();
          statement.setString(1, stream);
          statement.setArray(2, connection.createArrayOf("bigint", edges.toArray()));
          statement.setInt(3, LONGEST_APPEND);
          statement.setArray(
              4,
              connection.createArrayOf("text", sets.stream().map(ObservationId::value).toArray()));
        });
  }

  /** What told when the next set is due, the newest of it before a position. */
  List<RecordedEvent> before(String stream, long position) {
    return find(
        BEFORE,
        statement -> {
          statement.setString(1, stream);
          statement.setLong(2, position);
          statement.setInt(3, MOST);
        });
  }

  /**
   * Sets that came after a position and were measured by a time, and what was corrected after it of
   * these or of {@code basis}.
   */
  List<RecordedEvent> after(
      String stream, long position, Instant measuredBy, @Nullable ObservationId basis) {
    return find(
        AFTER,
        statement -> {
          statement.setString(1, stream);
          statement.setLong(2, position);
          statement.setObject(3, measuredBy.atOffset(ZoneOffset.UTC));
          statement.setInt(4, MOST);
          statement.setString(5, stream);
          statement.setLong(6, position);
          statement.setString(7, basis == null ? null : basis.value());
        });
  }

  private List<RecordedEvent> find(String sql, Binding binding) {
    List<String> identifiers = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.apply(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          identifiers.add(row.getString(1));
        }
      }
    } catch (SQLException broken) {
      throw new EventStoreException("The log could not be read", broken);
    }
    return identifiers.isEmpty() ? List.of() : log.findByIdentifiers(identifiers);
  }

  private interface Binding {
    void apply(PreparedStatement statement) throws SQLException;
  }
}
