package health.vigil.personal.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is erased, by the log and by the ledger of erasures, and when. The signatures of the ledger
 * are looked at by the application when it starts: here a line only keeps a key from coming back.
 */
final class ErasedSince {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ErasedSince() {}

  static Map<String, Instant> of(Connection database, Optional<Path> ledger)
      throws SQLException, IOException {
    Map<String, Instant> erased = new HashMap<>();
    if (ledger.isPresent()) {
      Files.readAllLines(ledger.get(), UTF_8).forEach(line -> addLine(line, erased));
    }
    addLog(database, erased);
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

  /** A line that was not written to its end is none. */
  private static void addLine(String text, Map<String, Instant> erased) {
    try {
      JsonNode line = JSON.readTree(text);
      if (line.hasNonNull("patientId")) {
        erased.put(line.get("patientId").asText(), Instant.parse(line.path("at").asText()));
      }
    } catch (JsonProcessingException | DateTimeParseException cutOff) {
      // The next line begins after it.
    }
  }
}
