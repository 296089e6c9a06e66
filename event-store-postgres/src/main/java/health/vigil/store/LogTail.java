package health.vigil.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Tells listeners in this process that the log has grown, whichever node appended.
 *
 * <p>It waits for PostgreSQL's notification on a connection of its own and looks at the head itself
 * at least every half second, so a lost notification only delays. After a lost connection it
 * connects again and reports what was missed. Listeners are told the newest position, not each one:
 * they read from where they are.
 */
public final class LogTail implements AutoCloseable {

  private static final Logger LOG = System.getLogger(LogTail.class.getName());
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RECONNECT = Duration.ofMillis(500);

  private final DataSource dataSource;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "log-tail");
  private volatile Look look = new Look(-1, System.nanoTime());

  /** Only the tail's own thread knows. */
  private boolean isLost;

  private LogTail(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A tail that follows the log from now on, until it is closed. */
  public static LogTail following(DataSource dataSource) {
    LogTail tail = new LogTail(dataSource);
    tail.thread.setDaemon(true);
    tail.thread.start();
    return tail;
  }

  /**
   * Calls the listener with the newest position whenever the log has grown. It is called on the
   * tail's thread and must not wait.
   *
   * @return closing it ends the calls
   */
  public Registration onMove(LongConsumer listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * What the tail saw when it last looked: at most half a second ago unless it has no connection.
   */
  public Look lastLook() {
    return look;
  }

  /**
   * A look at the head of the log.
   *
   * @param position of the newest event; -1 before the first look
   * @param nanoTime when, by {@link System#nanoTime()}
   */
  public record Look(long position, long nanoTime) {}

  /** A listener's place among the listeners. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private void follow() {
    while (isOpen()) {
      try (Connection connection = dataSource.getConnection()) {
        follow(connection);
      } catch (SQLException e) {
        lost("SQL state " + e.getSQLState());
      } catch (RuntimeException e) {
        // Whatever it is: without this thread the streams of this node would stand still.
        lost(e.getClass().getName());
      }
    }
  }

  /** Told once an outage. One that closes may lose its connection to whoever closes the pool. */
  private void lost(String reason) {
    if (closes(RECONNECT) || isLost) {
      return;
    }
    isLost = true;
    LOG.log(Level.WARNING, "The log's tail lost its connection and tries again: " + reason);
  }

  private void connected() {
    if (isLost) {
      isLost = false;
      LOG.log(Level.INFO, "The log's tail has a connection again");
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void follow(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN vigil_log");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT position FROM vigil.log_head")) {
      while (isOpen()) {
        long before = System.nanoTime();
        long position = read(statement);
        connected();
        report(new Look(position, before));
        postgres.getNotifications((int) POLL.toMillis());
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
  }

  private static long read(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void report(Look now) {
    boolean moved = now.position() != look.position();
    look = now;
    if (moved) {
      listeners.forEach(listener -> tell(listener, now.position()));
    }
  }

  /** One listener that fails harms no other. */
  private static void tell(LongConsumer listener, long position) {
    try {
      listener.accept(position);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A listener of the log's tail failed", e);
    }
  }

  private boolean closes(Duration patience) {
    try {
      return closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(2 * POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
