package health.vigil.app.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection, made when it is needed and anew after it failed. For one thread. */
final class AccessConnection {
  private static final Logger LOG = Logger.getLogger(AccessConnection.class);

  private final DataSource connections;
  private @Nullable Connection open;

  AccessConnection(DataSource connections) {
    this.connections = connections;
  }

  /** Writes all of them, or none. */
  void write(List<Waiting> group) throws SQLException {
    AccessTable.insert(
        connected(), group.stream().flatMap(notes -> notes.notes().stream()).toList());
  }

  private Connection connected() throws SQLException {
    Connection connection = open;
    if (connection == null) {
      connection = connections.getConnection();
      open = connection;
      AccessTable.prepare(connection);
    }
    return connection;
  }

  /**
   * Whether it is for data exceptions or violated constraints, and will be at the next time, too.
   */
  static boolean isOfTheValues(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  /** Never fails. */
  void close() {
    Connection lost = open;
    open = null;
    try {
      if (lost != null) {
        lost.close();
      }
    } catch (SQLException | RuntimeException gone) {
      LOG.debug("A connection was gone before it was closed", gone);
    }
  }
}
