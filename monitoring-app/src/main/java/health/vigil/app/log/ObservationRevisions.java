package health.vigil.app.log;

import health.vigil.monitoring.ObservationId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** What became of a set after it was recorded. */
@Singleton
class ObservationRevisions {
  private static final String LATER =
      """
      SELECT event_identifier FROM vigil.events
      WHERE stream_id = ? AND sequence_number > ?
        AND payload_type IN ('ObservationCorrected', 'ObservationRetracted')
        AND payload ->> 'observationId' = ?
      """;

  private final DataSource dataSource;
  private final EventLog log;
  private final Payloads payloads;

  ObservationRevisions(DataSource dataSource, EventLog log, Payloads payloads) {
    this.dataSource = dataSource;
    this.log = log;
    this.payloads = payloads;
  }

  /** Corrections and retractions of a set, oldest first. */
  List<Object> of(ObservationId id, RecordedEvent recording) {
    List<String> identifiers = identifiers(id, recording);
    return identifiers.isEmpty()
        ? List.of()
        : log.findByIdentifiers(identifiers).stream().map(payloads::read).toList();
  }

  private List<String> identifiers(ObservationId id, RecordedEvent recording) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LATER)) {
      statement.setString(1, recording.streamId());
      statement.setLong(2, recording.sequence());
      statement.setString(3, id.value());
      return identifiers(statement);
    } catch (SQLException broken) {
      throw new EventStoreException("The log could not be read", broken);
    }
  }

  private static List<String> identifiers(PreparedStatement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }
}
