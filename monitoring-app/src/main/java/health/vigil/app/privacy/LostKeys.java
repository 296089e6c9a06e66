package health.vigil.app.privacy;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.KeysUnavailable;
import health.vigil.personal.key.MissingKeys;
import health.vigil.personal.key.PatientKeys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Who has no row in the table of keys, although the log holds what their key sealed. A patient's
 * own stream begins with the registration, which is sealed before anything else of the patient.
 */
@Singleton
class LostKeys implements MissingKeys {
  /** More are not counted. */
  static final int COUNTED = 1_000;

  private static final String SEALED = "payload::text LIKE '%\"sealed\":\"%'";

  /** By the index of those who have keys; what is sealed is read of the missing ones alone. */
  private static final String HOW_MANY =
      """
      WITH lost AS MATERIALIZED (
        SELECT stream_id FROM vigil.events
        WHERE payload_type IN ('PatientRegistered', 'UnidentifiedPatientRegistered')
          AND NOT EXISTS (SELECT FROM vigil_keys.patient_key k WHERE k.patient = stream_id))
      SELECT count(*) FROM (
        SELECT FROM lost
        WHERE EXISTS (SELECT FROM vigil.events e WHERE e.stream_id = lost.stream_id AND e.%s)
          AND NOT EXISTS (
            SELECT FROM vigil.events e WHERE e.stream_id = lost.stream_id AND e.payload_type = 'PatientErased')
        LIMIT ?) AS found
      """
          .formatted(SEALED);

  private static final String ANY_PATIENT =
      """
      SELECT count(*) FROM (
        SELECT FROM vigil.events
        WHERE payload_type IN ('PatientRegistered', 'UnidentifiedPatientRegistered') LIMIT 1) AS found
      """;

  private static final String OF_PATIENT =
      """
      SELECT count(*) FROM (
        SELECT FROM vigil.events WHERE (stream_id = ? OR (metadata ->> 'subject') = ?) AND %s LIMIT 1) AS found
      """
          .formatted(SEALED);

  private static final String OF_SYSTEM =
      """
      SELECT count(*) FROM (
        SELECT FROM vigil.events WHERE payload_type IN ('LogExported', 'ClinicalRulesChanged')
          AND payload::text LIKE '%"of":"' || ? || '"%' LIMIT 1) AS found
      """;

  private final KeyConnections connections;
  private final boolean accepted;

  LostKeys(KeyConnections connections, PersonalConfiguration configuration) {
    this.connections = connections;
    this.accepted = configuration.lostKeysAccepted();
  }

  @Override
  public boolean mayBeMade(PatientId patient) {
    return accepted || !isSealedBy(patient);
  }

  @Override
  public boolean areGivenUp() {
    return accepted;
  }

  private boolean isSealedBy(PatientId patient) {
    long found =
        patient.equals(PatientKeys.SYSTEM)
            ? count(OF_SYSTEM, patient.value())
            : count(OF_PATIENT, patient.value(), patient.value());
    return found > 0;
  }

  /** Patients whose key is lost, up to one more than {@link #COUNTED}. */
  long count() {
    return count(HOW_MANY, COUNTED + 1);
  }

  /** Whether the log has a patient at all. */
  boolean haveOwners() {
    return count(ANY_PATIENT) > 0;
  }

  private long count(String query, Object... values) {
    try (Connection connection = connections.all().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int at = 0; at < values.length; at++) {
        statement.setObject(at + 1, values[at]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failed) {
      throw new KeysUnavailable("Whether keys are lost can not be seen now", failed);
    }
  }
}
