package health.vigil.store.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.awaitility.Awaitility;

/** The head row's lock in the hands of a transaction that is in no hurry: whoever appends waits. */
final class HeadLock implements AutoCloseable {

  private static final String WAITING =
      "SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
          + " WHERE a.datname = current_database() AND NOT l.granted";

  private final Database database;
  private final Connection holder;

  private HeadLock(Database database, Connection holder) {
    this.database = database;
    this.holder = holder;
  }

  static HeadLock taken(Database database) throws SQLException {
    Connection holder = database.ownerConnection();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SELECT FROM vigil.log_head FOR UPDATE");
    }
    return new HeadLock(database, holder);
  }

  /** Waits until so many sessions stand before the lock. */
  void awaitWaiting(int sessions) {
    await(WAITING, sessions);
  }

  /** Waits until a session of this name stands before the lock. */
  void awaitWaiting(String name) {
    await(WAITING + " AND a.application_name = '" + name + "'", 1);
  }

  private void await(String query, int sessions) {
    Awaitility.await()
        .atMost(Limits.PATIENCE)
        .until(() -> Integer.parseInt(database.ask(query)) >= sessions);
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
