package health.vigil.personal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.personal.key.KeyRow;
import health.vigil.personal.master.Wrapped;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A row of the table of keys as a line of a backup. */
final class BackupLine {
  private BackupLine() {}

  static ObjectNode of(KeyRow row) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("patient", row.patient());
    @Nullable Wrapped wrapped = row.wrapped();
    return wrapped == null
        ? line.put("erasedAt", String.valueOf(row.erasedAt()))
        : line.put("master", wrapped.master())
            .put("wrapped", Base64.getEncoder().encodeToString(wrapped.bytes()));
  }

  static KeyRow row(JsonNode line) {
    String patient = line.path("patient").asText();
    return line.has("erasedAt")
        ? new KeyRow(patient, null, Instant.parse(line.path("erasedAt").asText()))
        : new KeyRow(
            patient,
            new Wrapped(
                line.path("master").asText(),
                Base64.getDecoder().decode(line.path("wrapped").asText())),
            null);
  }
}
