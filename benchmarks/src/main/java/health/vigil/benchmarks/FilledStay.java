package health.vigil.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Appends copies of a patient's last set to the log, each measured a little later than the one
 * before.
 */
final class FilledStay {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 1000;
  private static final String LAST =
      """
      SELECT stream_id, stream_type, sequence_number, payload, metadata FROM vigil.events
      WHERE metadata ->> 'subject' = ? AND payload_type = 'VitalSignsRecorded'
      ORDER BY position DESC LIMIT 1
      """;
  private static final String APPEND =
      """
      INSERT INTO vigil.events (event_identifier, stream_id, sequence_number, stream_type, occurred_at,
        payload_type, payload_revision, payload, metadata)
      VALUES (?, ?, ?, ?, now(), 'VitalSignsRecorded', '1', ?::json, ?::json)
      """;

  private final DataSource owner;
  private final String patient;

  FilledStay(DataSource owner, String patient) {
    this.owner = owner;
    this.patient = patient;
  }

  void fillUpTo(int sets, Duration between) throws SQLException {
    try (Connection connection = owner.getConnection();
        PreparedStatement last = connection.prepareStatement(LAST);
        PreparedStatement append = connection.prepareStatement(APPEND)) {
      connection.setAutoCommit(false);
      last.setString(1, patient);
      try (ResultSet row = last.executeQuery()) {
        row.next();
        ObjectNode payload = parse(row.getString("payload"));
        Instant measuredAt = Instant.parse(payload.path("measuredAt").asText());
        for (int i = 1; i <= sets - 10; i++) {
          measuredAt = measuredAt.plus(between);
          bind(append, row, i, copy(payload, measuredAt));
          if (i % BATCH == 0 || i == sets - 10) {
            append.executeBatch();
            connection.commit();
          }
        }
      }
    }
  }

  private static void bind(PreparedStatement append, ResultSet last, int number, ObjectNode payload)
      throws SQLException {
    append.setString(1, UUID.randomUUID().toString());
    append.setString(2, last.getString("stream_id"));
    append.setLong(3, last.getLong("sequence_number") + number);
    append.setString(4, last.getString("stream_type"));
    append.setString(5, payload.toString());
    append.setString(6, last.getString("metadata"));
    append.addBatch();
  }

  private static ObjectNode copy(ObjectNode set, Instant measuredAt) {
    String id = UUID.randomUUID().toString();
    ObjectNode copy = set.deepCopy();
    copy.put("observationId", id).put("measuredAt", measuredAt.toString()).put("messageId", id);
    copy.withObject("/status").put("basis", id).put("measuredAt", measuredAt.toString());
    return copy;
  }

  private static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is not JSON", e);
    }
  }
}
