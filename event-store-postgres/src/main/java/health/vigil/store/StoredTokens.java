package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** Tokens as they are stored, for watching; nothing is claimed and nobody waits. */
final class StoredTokens {

  private final DataSource dataSource;
  private final Serializer serializer;

  StoredTokens(DataSource dataSource, Serializer serializer) {
    this.dataSource = dataSource;
    this.serializer = serializer;
  }

  Map<Integer, TrackingToken> of(String processor) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT segment, token, token_type FROM vigil.tokens"
                    + " WHERE processor_name = ? AND token IS NOT NULL")) {
      statement.setString(1, processor);
      try (ResultSet rows = statement.executeQuery()) {
        return tokens(rows);
      }
    } catch (SQLException e) {
      throw new JdbcException("The tokens of " + processor + " could not be read", e);
    }
  }

  private Map<Integer, TrackingToken> tokens(ResultSet rows) throws SQLException {
    Map<Integer, TrackingToken> tokens = new TreeMap<>();
    while (rows.next()) {
      TrackingToken token =
          serializer.deserialize(
              new SimpleSerializedObject<>(
                  rows.getString("token"), String.class, rows.getString("token_type"), null));
      tokens.put(rows.getInt("segment"), token);
    }
    return tokens;
  }
}
