package health.vigil.app.patient;

import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Claims as the log has them: all that are asked for with one look. */
@Singleton
class ClaimsInLog implements NewestClaims {
  private static final String NEWEST =
      """
      SELECT DISTINCT ON (stream_id) stream_id, payload ->> 'patientId', payload_type = 'MrnReleased'
      FROM vigil.events WHERE stream_id = ANY (?) ORDER BY stream_id, sequence_number DESC
      """;

  private final DataSource dataSource;

  ClaimsInLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<MrnClaimId, Claim> of(Collection<MrnClaimId> claims) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      Object[] streams = claims.stream().map(MrnClaimId::value).toArray();
      statement.setArray(1, connection.createArrayOf("text", streams));
      return claims(statement);
    } catch (SQLException broken) {
      throw new EventStoreException("The log could not be read", broken);
    }
  }

  private static Map<MrnClaimId, Claim> claims(PreparedStatement statement) throws SQLException {
    Map<MrnClaimId, Claim> claims = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        MrnClaimId id = new MrnClaimId(row.getString(1));
        claims.put(id, new Claim(id, new PatientId(row.getString(2)), row.getBoolean(3)));
      }
    }
    return claims;
  }
}
