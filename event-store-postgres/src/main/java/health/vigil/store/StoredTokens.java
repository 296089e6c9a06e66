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
  private static final long NOTHING_YET = -1;

  private final DataSource dataSource;
  private final Serializer serializer;

  StoredTokens(DataSource dataSource, Serializer serializer) {
    this.dataSource = dataSource;
    this.serializer = serializer;
  }

  Map<Integer, Long> positions(String processor) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT segment, token, token_type FROM vigil.tokens WHERE processor_name = ?")) {
      statement.setString(1, processor);
      try (ResultSet rows = statement.executeQuery()) {
        return positions(rows);
      }
    } catch (SQLException e) {
      throw new JdbcException("The tokens of " + processor + " could not be read", e);
    }
  }

  private Map<Integer, Long> positions(ResultSet rows) throws SQLException {
    Map<Integer, Long> positions = new TreeMap<>();
    while (rows.next()) {
      String token = rows.getString("token");
      positions.put(
          rows.getInt("segment"),
          token == null ? NOTHING_YET : position(token, rows.getString("token_type")));
    }
    return positions;
  }

  private long position(String stored, String type) {
    TrackingToken token =
        serializer.deserialize(new SimpleSerializedObject<>(stored, String.class, type, null));
    return token.position().orElse(NOTHING_YET);
  }
}
