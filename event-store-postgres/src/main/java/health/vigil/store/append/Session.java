package health.vigil.store.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * The writer's connection to PostgreSQL.
 *
 * <p>All sessions of one writer take the same advisory lock, and a new one takes it before it does
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
        // Plans are made once, and use the indexes however small the log was then.
        statement.execute("SET plan_cache_mode = force_generic_plan");
        statement.execute("SET enable_seqscan = off");
      }
      takeOver(connection, key);
      return new Session(connection);
    } catch (SQLException e) {
      drop(connection);
      throw e;
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
    Map<String, Pending> byIdentifier = new HashMap<>();
    appends.forEach(append -> byIdentifier.put(append.first().identifier(), append));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT event_identifier, \"position\", stream_id, sequence_number, payload, metadata"
                + " FROM vigil.settle(?)")) {
      statement.setArray(
          1, connection.createArrayOf("text", byIdentifier.keySet().toArray(String[]::new)));
      try (ResultSet rows = statement.executeQuery()) {
        Map<Pending, Outcome> settled = new HashMap<>();
        while (rows.next()) {
          Pending append = byIdentifier.get(rows.getString("event_identifier"));
          if (append != null && isThe(append.first(), rows)) {
            long first = rows.getLong("position");
            settled.put(append, new Outcome.Taken(first + append.rows.size() - 1));
          }
        }
        return settled;
      }
    }
  }

  /** Another append under the same identifier is a collision, which the next attempt will tell. */
  private static boolean isThe(EventRow event, ResultSet row) throws SQLException {
    return row.getString("stream_id").equals(event.stream())
        && row.getLong("sequence_number") == event.sequence()
        && row.getString("payload").equals(event.payload())
        && row.getString("metadata").equals(event.metadata());
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
