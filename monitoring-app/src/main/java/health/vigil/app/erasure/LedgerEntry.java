package health.vigil.app.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
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
 * without the server's secret can have somebody erased by writing a line, or spared by removing
 * one.
 *
 * @param previous the keyed hash of the line before, empty on the first
 */
record LedgerEntry(
    PatientId patientId,
    ErasureReason reason,
    String requestedBy,
    String confirmedBy,
    Instant at,
    String previous,
    String mac) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static LedgerEntry of(PatientErased event, String previous, KeyedHash hash) {
    return new LedgerEntry(
        event.patientId(),
        event.reason(),
        event.requestedBy(),
        event.confirmedBy(),
        event.at(),
        previous,
        mac(event, previous, hash));
  }

  /** Empty when somebody without the secret wrote or changed it, or it is no whole line. */
  static Optional<LedgerEntry> genuine(String line, KeyedHash hash) {
    try {
      return Optional.of(JSON.readValue(line, LedgerEntry.class))
          .filter(entry -> entry.isGenuine(hash));
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

  PatientErased event() {
    return new PatientErased(patientId, reason, requestedBy, confirmedBy, at);
  }

  private boolean isGenuine(KeyedHash hash) {
    return MessageDigest.isEqual(bytes(mac(event(), previous, hash)), bytes(mac));
  }

  private static String mac(PatientErased event, String previous, KeyedHash hash) {
    return hash.hex(
        event.patientId().value(),
        event.reason().name(),
        event.requestedBy(),
        event.confirmedBy(),
        event.at().toString(),
        previous);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
