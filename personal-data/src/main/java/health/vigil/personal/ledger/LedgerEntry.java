package health.vigil.personal.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One erasure as a line of the ledger: JSON, and a keyed hash of what it says, so that nobody
 * without the server's secret can have somebody erased by writing a line, or spared by removing
 * one.
 *
 * @param previous the keyed hash of the line before, empty on the first
 */
record LedgerEntry(PatientErased event, String previous, String mac) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static LedgerEntry of(PatientErased event, String previous, LedgerSecret secret) {
    return new LedgerEntry(event, previous, mac(event, previous, secret));
  }

  /** Empty when somebody without the secret wrote or changed it, or it is no whole line. */
  static Optional<LedgerEntry> genuine(String line, LedgerSecret secret) {
    try {
      return Optional.of(parsed(JSON.readTree(line))).filter(entry -> entry.isGenuine(secret));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException broken) {
      return Optional.empty();
    }
  }

  private static LedgerEntry parsed(JsonNode line) {
    return new LedgerEntry(
        new PatientErased(
            new PatientId(text(line, "patientId")),
            ErasureReason.valueOf(text(line, "reason")),
            text(line, "requestedBy"),
            text(line, "confirmedBy"),
            Instant.parse(text(line, "at"))),
        text(line, "previous"),
        text(line, "mac"));
  }

  private static String text(JsonNode line, String name) {
    JsonNode value = line.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no " + name);
    }
    return value.textValue();
  }

  String line() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("patientId", event.patientId().value())
        .put("reason", event.reason().name())
        .put("requestedBy", event.requestedBy())
        .put("confirmedBy", event.confirmedBy())
        .put("at", event.at().toString())
        .put("previous", previous)
        .put("mac", mac)
        .toString();
  }

  private boolean isGenuine(LedgerSecret secret) {
    return MessageDigest.isEqual(bytes(mac(event, previous, secret)), bytes(mac));
  }

  private static String mac(PatientErased event, String previous, LedgerSecret secret) {
    return secret.hex(
        event.patientId().value(),
        event.reason().name(),
        event.requestedBy(),
        event.confirmedBy(),
        event.at().toString(),
        previous);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
