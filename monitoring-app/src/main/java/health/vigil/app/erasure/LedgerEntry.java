package health.vigil.app.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.app.secret.KeyedHash;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * One erasure as a line of the ledger: JSON, and a keyed hash of what it says, so that nobody
 * without the server's secret can have somebody erased by writing a line.
 */
record LedgerEntry(
    PatientId patientId,
    ErasureReason reason,
    String requestedBy,
    String confirmedBy,
    Instant at,
    String mac) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static LedgerEntry of(PatientErased event, KeyedHash hash) {
    return new LedgerEntry(
        event.patientId(),
        event.reason(),
        event.requestedBy(),
        event.confirmedBy(),
        event.at(),
        mac(event, hash));
  }

  /** Empty when the line is no entry, as one that was not written to its end. */
  static Optional<LedgerEntry> read(String line) {
    try {
      return Optional.of(JSON.readValue(line, LedgerEntry.class));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  String line() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an entry can be written", impossible);
    }
  }

  /** Whether somebody with the secret wrote it. */
  boolean isGenuine(KeyedHash hash) {
    return MessageDigest.isEqual(bytes(mac(event(), hash)), bytes(mac));
  }

  PatientErased event() {
    return new PatientErased(patientId, reason, requestedBy, confirmedBy, at);
  }

  private static String mac(PatientErased event, KeyedHash hash) {
    return hash.hex(
        event.patientId().value(),
        event.reason().name(),
        event.requestedBy(),
        event.confirmedBy(),
        event.at().toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
