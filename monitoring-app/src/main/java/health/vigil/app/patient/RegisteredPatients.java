package health.vigil.app.patient;

import health.vigil.app.log.Payloads;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Patients as the log has them this moment; no read model is waited for. */
@Singleton
public class RegisteredPatients {
  private static final int AT_ONCE = 500;
  private static final String OWNERS =
      """
      SELECT stream_id, patient FROM (
        SELECT DISTINCT ON (stream_id) stream_id, payload ->> 'patientId' AS patient, payload_type FROM vigil.events
        WHERE stream_id = ANY (?) ORDER BY stream_id, sequence_number DESC) newest
      WHERE payload_type = 'MrnClaimed'
      """;

  private final DataSource dataSource;
  private final EventLog log;
  private final Payloads payloads;

  RegisteredPatients(DataSource dataSource, EventLog log, Payloads payloads) {
    this.dataSource = dataSource;
    this.log = log;
    this.payloads = payloads;
  }

  /** Who holds these medical record numbers; nothing of those that nobody holds. */
  public Map<MrnClaimId, PatientId> owners(Collection<MrnClaimId> claims) {
    return claims.isEmpty() ? Map.of() : holders(claims);
  }

  /** Who the patient is; empty for somebody unknown or not identified yet. */
  public Optional<Demographics> demographics(PatientId patient) {
    KnownPatient known = new KnownPatient(patient);
    long next = 0;
    List<RecordedEvent> some;
    do {
      some = log.byStream(patient.value(), next, AT_ONCE);
      some.forEach(event -> known.learn(payloads.read(event)));
      next += some.size();
    } while (some.size() == AT_ONCE);
    return Optional.ofNullable(known.entry()).map(entry -> entry.demographics());
  }

  private Map<MrnClaimId, PatientId> holders(Collection<MrnClaimId> claims) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OWNERS)) {
      Object[] streams = claims.stream().map(MrnClaimId::value).toArray();
      statement.setArray(1, connection.createArrayOf("text", streams));
      return holders(statement);
    } catch (SQLException broken) {
      throw new EventStoreException("The log could not be read", broken);
    }
  }

  private static Map<MrnClaimId, PatientId> holders(PreparedStatement statement)
      throws SQLException {
    Map<MrnClaimId, PatientId> holders = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        holders.put(new MrnClaimId(row.getString(1)), new PatientId(row.getString(2)));
      }
    }
    return holders;
  }
}
