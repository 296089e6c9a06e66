package health.vigil.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Fills a log in which some patients are watched already up to a size: with copies of each one's
 * last set, spread evenly, and between them with events of others that no read model shows. Written
 * by the owner past the store, so unchained.
 */
final class LongLog {
  private static final String WATCHED =
      """
      CREATE TEMPORARY TABLE copied AS
      SELECT stream_id, payload::jsonb AS payload, metadata, wanted.copies, wanted.patient,
        (SELECT max(sequence_number) FROM vigil.events AS all_of_it WHERE all_of_it.stream_id = last_set.stream_id)
          AS sequence_number
      FROM unnest(?::text[], ?::int[]) AS wanted(patient, copies)
      CROSS JOIN LATERAL (
        SELECT stream_id, payload, metadata FROM vigil.events
        WHERE metadata ->> 'subject' = wanted.patient AND payload_type = 'VitalSignsRecorded'
        ORDER BY position DESC LIMIT 1) AS last_set
      """;

  /** Each its own id and time of measurement, a second after the one before. */
  private static final String COPIES =
      """
      CREATE TEMPORARY TABLE due AS
      SELECT row_number() OVER (ORDER BY n::float / copies, patient) - 1 AS place, n, copied.*,
        md5(patient || n) AS id,
        to_char((payload ->> 'measuredAt')::timestamptz + n * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SSOF:"00"') AS at
      FROM copied CROSS JOIN LATERAL generate_series(1, copies) AS n
      """;

  private static final String FILL =
      """
      WITH head AS (SELECT position, recorded_at, clock_timestamp() - recorded_at AS since FROM vigil.log_head),
        spread AS (SELECT greatest(1, (%1$d - position) / (SELECT count(*) FROM due)) AS step FROM head)
      INSERT INTO vigil.events (position, event_identifier, stream_id, sequence_number, stream_type, occurred_at, recorded_at,
          payload_type, payload_revision, payload, metadata, hash)
        SELECT head.position + nth, coalesce(due.id, md5('other' || nth)), coalesce(due.stream_id, 'monitoring:other-' || nth %% 5000),
          CASE WHEN due.id IS NULL THEN nth ELSE due.sequence_number + due.n END, 'Monitoring', head.recorded_at,
          head.recorded_at + head.since * nth / (%1$d - head.position),
          CASE WHEN due.id IS NULL THEN 'ReadingsMerged' ELSE 'VitalSignsRecorded' END, '1',
          CASE WHEN due.id IS NULL THEN json_build_object('monitoringId', 'monitoring:other-' || nth %% 5000,
              'patientId', 'other-' || nth %% 5000, 'observationId', md5('other' || nth), 'device', repeat('x', 900), 'count', 1,
              'from', head.recorded_at, 'to', head.recorded_at, 'values', json_build_object(), 'at', head.recorded_at)
            ELSE (due.payload || jsonb_build_object('observationId', due.id, 'messageId', due.id, 'measuredAt', due.at,
              'status', due.payload -> 'status' || jsonb_build_object('basis', due.id, 'measuredAt', due.at)))::json END,
          coalesce(due.metadata, json_build_object('subject', 'other-' || nth %% 5000, 'actor', 'generated',
            'correlationId', md5(nth::text), 'causationId', md5(nth::text))), decode(repeat('00', 32), 'hex')
        FROM head CROSS JOIN spread CROSS JOIN generate_series(1, %1$d - head.position) AS nth
          LEFT JOIN due ON (nth - 1) %% spread.step = 0 AND due.place = (nth - 1) / spread.step
      """;

  private static final String MOVE_HEAD =
      """
      UPDATE vigil.log_head SET (position, recorded_at) =
        (SELECT position, recorded_at FROM vigil.events ORDER BY position DESC LIMIT 1);
      NOTIFY vigil_log
      """;

  private final DataSource owner;

  LongLog(DataSource owner) {
    this.owner = owner;
  }

  /**
   * @param copies how many sets each of the patients gets
   * @param events in the log then
   */
  void fill(Map<String, Integer> copies, int events) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try (PreparedStatement watched = connection.prepareStatement(WATCHED)) {
        watched.setArray(1, connection.createArrayOf("text", copies.keySet().toArray()));
        watched.setArray(2, connection.createArrayOf("int", copies.values().toArray()));
        watched.execute();
      }
      statement.execute(COPIES);
      statement.execute("CREATE INDEX ON due (place); ANALYZE due");
      statement.execute(FILL.formatted(events));
      statement.execute(MOVE_HEAD);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE");
    }
  }

  /** When an event was recorded. */
  Instant recordedAt(long position) throws SQLException {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT recorded_at FROM vigil.events WHERE position = ?")) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }
}
