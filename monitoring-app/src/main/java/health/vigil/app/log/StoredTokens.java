package health.vigil.app.log;

import health.vigil.axon.processor.StoredPositions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** Looks at the tokens of processors without claiming them, whichever node holds them. */
final class StoredTokens implements StoredPositions {
  private static final String SELECT =
      "SELECT segment, token, token_type FROM vigil.tokens WHERE processor_name = ?";

  private final DataSource dataSource;
  private final Serializer serializer;

  StoredTokens(DataSource dataSource, Serializer serializer) {
    this.dataSource = dataSource;
    this.serializer = serializer;
  }

  @Override
  public Map<Integer, Long> of(String processor) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setString(1, processor);
      return positions(statement);
    } catch (SQLException broken) {
      throw new EventStoreException("The positions of processors could not be read", broken);
    }
  }

  private Map<Integer, Long> positions(PreparedStatement statement) throws SQLException {
    Map<Integer, Long> positions = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        positions.put(row.getInt(1), StoredPositions.position(token(row)));
      }
    }
    return positions;
  }

  private @Nullable TrackingToken token(ResultSet row) throws SQLException {
    String token = row.getString(2);
    if (token == null) {
      return null;
    }
    byte[] stored = token.getBytes(StandardCharsets.UTF_8);
    return serializer.deserialize(
        new SimpleSerializedObject<>(stored, byte[].class, row.getString(3), null));
  }
}
