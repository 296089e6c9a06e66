package health.vigil.personal.backup;

import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.ledger.LedgerContent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is erased, by the log and by a ledger of erasures that holds, and when. */
final class ErasedSince {
  private ErasedSince() {}

  /** Never {@link PatientKeys#SYSTEM}, whose key nobody can have destroyed. */
  static Map<String, Instant> of(Connection database, Optional<LedgerContent> ledger)
      throws SQLException {
    Map<String, Instant> erased = new HashMap<>();
    ledger.ifPresent(
        content ->
            content
                .erasures()
                .forEach((patient, noted) -> erased.put(patient.value(), noted.at())));
    addLog(database, erased);
    erased.remove(PatientKeys.SYSTEM.value());
    return erased;
  }

  private static void addLog(Connection database, Map<String, Instant> erased) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT stream_id, occurred_at FROM vigil.events"
                    + " WHERE payload_type = 'PatientErased'")) {
      while (row.next()) {
        erased.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
  }
}
