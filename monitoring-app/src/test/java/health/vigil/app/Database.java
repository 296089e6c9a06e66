package health.vigil.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application's database, as its administrators see it. */
public final class Database {
  /** As what the connections of the log's writer and of its listener are known. */
  private static final String OF_LOG = "vigil log";

  private static final String WAITING =
      """
      SELECT pid FROM pg_stat_activity
      WHERE usename = current_user AND wait_event_type = 'Lock' AND query LIKE '%' || ? || '%'
        AND clock_timestamp() - query_start >= ?::interval
      """;

  private Database() {}

  /** Nobody appends until it is closed. */
  public record Lock(Connection holder) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      holder.close();
    }
  }

  public static Lock lockHead() throws SQLException {
    Connection holder = connect(Role.OWNER);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SELECT FROM vigil.log_head FOR UPDATE");
    }
    return new Lock(holder);
  }

  /** Stands in line behind who waits for the lock already. */
  public static CompletableFuture<Lock> lockHeadNext() {
    CompletableFuture<Lock> next = CompletableFuture.supplyAsync(Database::locked, Database::start);
    awaitHeldUp(Role.OWNER, "vigil.log_head FOR UPDATE", Duration.ZERO);
    return next;
  }

  /** Until this node's writer has been waiting for the head row's lock for so long. */
  public static void awaitWriterHeldUp(Duration atLeast) {
    awaitHeldUp(Role.SERVING, "vigil.append", atLeast);
  }

  /** Ends the connections of the log, as an administrator or a failing network does. */
  public static void breakConnections() throws SQLException {
    numbers(
        Role.SERVING,
        "SELECT pg_terminate_backend(pid)::integer FROM pg_stat_activity"
            + " WHERE application_name = ?",
        OF_LOG);
  }

  private static void awaitHeldUp(Role role, String query, Duration atLeast) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !numbers(role, WAITING, query, atLeast.toString()).isEmpty());
  }

  private static List<Long> numbers(Role role, String sql, String... parameters)
      throws SQLException {
    try (Connection connection = connect(role);
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

  private static Lock locked() {
    try {
      return lockHead();
    } catch (SQLException broken) {
      throw new CompletionException(broken);
    }
  }

  private static void start(Runnable work) {
    new Thread(work, "next-lock").start();
  }

  private static Connection connect(Role role) throws SQLException {
    return DriverManager.getConnection(
        configured("quarkus.datasource.jdbc.url"),
        configured(role.user),
        configured(role.password));
  }

  private static String configured(String key) {
    return ConfigProvider.getConfig().getValue(key, String.class);
  }

  private enum Role {
    OWNER(DatabaseResource.OWNER_USER, DatabaseResource.OWNER_PASSWORD),
    SERVING("quarkus.datasource.username", "quarkus.datasource.password");

    private final String user;
    private final String password;

    Role(String user, String password) {
      this.user = user;
      this.password = password;
    }
  }
}
