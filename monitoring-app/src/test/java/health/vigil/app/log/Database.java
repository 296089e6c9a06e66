package health.vigil.app.log;

import health.vigil.app.DatabaseResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application's database, as its administrators see it. */
final class Database {
  /** As what the connections of the log's writer and of its listener are known. */
  private static final String OF_LOG = "vigil log";

  /** Nobody appends until it is let go. */
  record Lock(Connection holder) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      holder.close();
    }
  }

  static Lock lockHead() throws SQLException {
    Connection holder = connect(DatabaseResource.OWNER_USER, DatabaseResource.OWNER_PASSWORD);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SELECT FROM vigil.log_head FOR UPDATE");
    }
    return new Lock(holder);
  }

  /** Until this node's writer has been waiting for the head row's lock for so long. */
  static void awaitWriterHeldUp(Duration atLeast) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                !numbers(
                        "SELECT pid FROM pg_stat_activity WHERE application_name = ?"
                            + " AND wait_event_type = 'Lock'"
                            + " AND clock_timestamp() - query_start >= ?::interval",
                        OF_LOG,
                        atLeast.toString())
                    .isEmpty());
  }

  /** Ends the connections of the log, as an administrator or a failing network does. */
  static void breakConnections() throws SQLException {
    List<Long> backends =
        numbers("SELECT pid FROM pg_stat_activity WHERE application_name = ?", OF_LOG);
    for (long backend : backends) {
      numbers("SELECT pg_terminate_backend(?::integer)::integer", String.valueOf(backend));
    }
  }

  static long count(String sql, String... parameters) throws SQLException {
    return numbers(sql, parameters).get(0);
  }

  private static List<Long> numbers(String sql, String... parameters) throws SQLException {
    try (Connection connection =
            connect("quarkus.datasource.username", "quarkus.datasource.password");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<Long> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
        return found;
      }
    }
  }

  private static Connection connect(String user, String password) throws SQLException {
    return DriverManager.getConnection(
        configured("quarkus.datasource.jdbc.url"), configured(user), configured(password));
  }

  private static String configured(String key) {
    return ConfigProvider.getConfig().getValue(key, String.class);
  }

  private Database() {}
}
