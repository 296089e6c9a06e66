package health.vigil.store.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * The writer's connection to PostgreSQL.
 *
 * <p>All sessions of one lane take the same advisory lock, and a new one takes it before it does
 * anything else: what the session before had sent has by then been done or will never be done.
 */
final class Session implements AutoCloseable {

  private static final Executor AT_ONCE = Runnable::run;
  private static final int MORE_FOR_THE_ANSWER_MILLIS = 2000;

  private static final String END_THE_ONE_BEFORE =
      """
      SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND pid <> pg_backend_pid()
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (classid::bigint << 32 | objid::bigint) = ?
      """;

  private final Connection connection;
  private final PreparedStatement append;

  private Session(Connection connection) throws SQLException {
    this.connection = connection;
    this.append = connection.prepareStatement(Appends.CALL);
  }

  /**
   * @param key of the writer's advisory lock
   */
  static Session open(DataSource connections, long key, WriterSettings settings)
      throws SQLException {
    Connection connection = connections.getConnection();
    try {
      int patience = (int) settings.answerTimeout().toMillis();
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(AT_ONCE, patience + MORE_FOR_THE_ANSWER_MILLIS);
      try (Statement statement = connection.createStatement()) {
        // What PostgreSQL gives up has definitely not been done; silence says nothing.
        statement.execute("SET statement_timeout = " + patience);
        // An answer is a promise: nothing that the operator has set for others weakens it.
        statement.execute("SET synchronous_commit = on");
        statement.execute("SET default_transaction_isolation = 'read committed'");
        // Plans are made once, and use the indexes however small the log was then.
        statement.execute("SET plan_cache_mode = force_generic_plan");
        statement.execute("SET enable_seqscan = off");
      }
      requireThatItTakesWrites(connection);
      takeOver(connection, key);
      return new Session(connection);
    } catch (SQLException | RuntimeException | Error e) {
      drop(connection);
      throw e;
    }
  }

  /** A name may lead to a standby while the primary changes. */
  private static void requireThatItTakesWrites(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
      if (row.next() && row.getBoolean(1)) {
        throw new SQLException("the server is a standby", "25006");
      }
    }
  }

  private static void takeOver(Connection connection, long key) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END_THE_ONE_BEFORE);
        PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
      end.setLong(1, key);
      end.execute();
      lock.setLong(1, key);
      lock.execute();
    }
  }

  /** What has become of each, when PostgreSQL has answered and committed. */
  Map<Pending, Outcome> write(List<Pending> members) throws SQLException {
    return new Appends(members).call(append);
  }

  /**
   * Those of the appends that the log holds, though an earlier session has never learned it.
   *
   * <p>Nothing is under way any more: the earlier session has ended, and the head row's lock is
   * held while PostgreSQL looks.
   */
  Map<Pending, Outcome> settle(List<Pending> appends) throws SQLException {
    String[] identifiers =
        appends.stream()
            .flatMap(append -> append.rows.stream())
            .map(EventRow::identifier)
            .toArray(String[]::new);
    try (PreparedStatement statement = connection.prepareStatement(Settlement.CALL)) {
      statement.setArray(1, connection.createArrayOf("text", identifiers));
      try (ResultSet rows = statement.executeQuery()) {
        return Settlement.read(rows).outcomes(appends);
      }
    }
  }

  /** Whether PostgreSQL can still be talked to; if so, what it said of the last call holds. */
  boolean isAlive() {
    try {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    drop(connection);
  }

  /** Does not wait for a network that is silent. */
  private static void drop(Connection connection) {
    try {
      connection.abort(AT_ONCE);
    } catch (SQLException alreadyGone) {
      return;
    }
  }
}
