package health.vigil.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * Sagas as JSON that a person can read, locked from load to commit.
 *
 * <p>The lock is what keeps a deadline on one node and an event on another from overwriting each
 * other's update; Axon's PostgreSQL schema has it only when asked.
 */
final class JsonSagaSchema extends PostgresSagaSqlSchema {

  JsonSagaSchema() {
    super(Schemas.sagas());
    setExclusiveLoad(true);
  }

  @Override
  public PreparedStatement sql_storeSaga(
      Connection connection, String sagaId, String revision, String sagaType, byte[] state)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO vigil.sagas (saga_id, revision, saga_type, state) VALUES (?, ?, ?, ?::json)");
    statement.setString(1, sagaId);
    statement.setString(2, revision);
    statement.setString(3, sagaType);
    statement.setString(4, new String(state, StandardCharsets.UTF_8));
    return statement;
  }

  @Override
  public PreparedStatement sql_updateSaga(
      Connection connection, String sagaId, byte[] state, String sagaType, String revision)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE vigil.sagas SET state = ?::json, revision = ? WHERE saga_id = ?");
    statement.setString(1, new String(state, StandardCharsets.UTF_8));
    statement.setString(2, revision);
    statement.setString(3, sagaId);
    return statement;
  }

  @Override
  public SerializedObject<byte[]> readSerializedSaga(ResultSet row) throws SQLException {
    byte[] state = row.getString(1).getBytes(StandardCharsets.UTF_8);
    return new SimpleSerializedObject<>(state, byte[].class, row.getString(2), row.getString(3));
  }
}
