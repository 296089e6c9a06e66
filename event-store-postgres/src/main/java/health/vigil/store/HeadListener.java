package health.vigil.store;

import health.vigil.store.LogTail.Look;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Waits for notifications on a connection of its own, and looks at the head at each and at least
 * every half second. After a lost connection it connects again.
 */
final class HeadListener implements Runnable {

  static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Logger LOG = System.getLogger(HeadListener.class.getName());
  private static final Duration RECONNECT = Duration.ofMillis(500);

  /** A head that does not come by then will not come: nobody is at the other end. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final DataSource dataSource;
  private final Consumer<Look> looks;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this, "log-listen");
  private volatile long lastLook;
  private volatile boolean connected;

  /** Only the listener's own thread knows. */
  private boolean isLost;

  HeadListener(DataSource dataSource, Consumer<Look> looks) {
    this.dataSource = dataSource;
    this.looks = looks;
  }

  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  /** How long nobody needs to look beside it; not positive when it is lost, or late. */
  Duration calm() {
    return connected
        ? INTERVAL.multipliedBy(11).dividedBy(10).minusNanos(System.nanoTime() - lastLook)
        : Duration.ZERO;
  }

  @Override
  public void run() {
    while (isOpen()) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        lost("SQL state " + e.getSQLState());
      } catch (RuntimeException | Error e) {
        // Whatever it is: without this thread other nodes' events would come late.
        lost(e.getClass().getName());
      }
    }
  }

  /**
   * Told once an outage. One that closes may lose its connection to whoever closes the database.
   */
  private void lost(String reason) {
    connected = false;
    if (closes(RECONNECT) || isLost) {
      return;
    }
    isLost = true;
    LOG.log(Level.WARNING, "The log's tail lost its connection and tries again: " + reason);
  }

  private void looked(Look look) {
    lastLook = look.nanoTime();
    connected = true;
    looks.accept(look);
    if (isLost) {
      isLost = false;
      LOG.log(Level.INFO, "The log's tail has a connection again");
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void listen(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN vigil_log");
    }
    try (HeadQuery head = new HeadQuery(connection)) {
      while (isOpen()) {
        looked(head.look());
        postgres.getNotifications((int) INTERVAL.toMillis());
      }
    } finally {
      release(connection);
    }
  }

  /** A connection that goes back to a pool must not be told any more, or be a broken one. */
  private static void release(Connection connection) throws SQLException {
    if (!connection.isValid(1)) {
      connection.abort(Runnable::run);
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN vigil_log");
    }
    connection.setNetworkTimeout(Runnable::run, 0);
  }

  private boolean closes(Duration patience) {
    try {
      return closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  void close() {
    closing.countDown();
    try {
      thread.join(2 * INTERVAL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
