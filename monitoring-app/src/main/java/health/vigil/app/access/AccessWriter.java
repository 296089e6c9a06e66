package health.vigil.app.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that waits in one statement after the other, on a thread and a connection of its own.
 * While the database is away it tries again, so what was accepted is written once it is back; after
 * a connection that was lost amid a statement something may be written twice.
 */
final class AccessWriter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AccessWriter.class);
  private static final int GROUP = 500;
  private static final long LOOK_MILLIS = 500;
  private static final long PAUSE_MILLIS = 200;

  private final DataSource connections;
  private final BlockingQueue<Waiting> queue;
  private final Thread thread = new Thread(this::run, "access-log");
  private volatile boolean closing;
  private volatile long closeBy = Long.MAX_VALUE;
  private volatile boolean failing;
  private @Nullable Connection connection;

  AccessWriter(DataSource connections, int mostWaiting) {
    this.connections = connections;
    this.queue = new ArrayBlockingQueue<>(mostWaiting);
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether it was taken; not when too many wait, or the end has come. */
  boolean offer(Waiting notes) {
    return !closing && queue.offer(notes);
  }

  int waiting() {
    return queue.size();
  }

  /** Whether the last attempt failed. */
  boolean isFailing() {
    return failing;
  }

  /** Writes what waits, within a time, and takes no more. */
  void close(Duration within) {
    closeBy = System.nanoTime() + within.toNanos();
    closing = true;
    try {
      thread.join(within.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(5));
  }

  private void run() {
    try {
      while (!closing || !queue.isEmpty()) {
        List<Waiting> group = next();
        if (!group.isEmpty()) {
          write(group);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  private List<Waiting> next() throws InterruptedException {
    List<Waiting> group = new ArrayList<>();
    Waiting first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      group.add(first);
      queue.drainTo(group, GROUP - 1);
    }
    return group;
  }

  private void write(List<Waiting> group) throws InterruptedException {
    while (!attempt(group)) {
      if (closing && System.nanoTime() - closeBy > 0) {
        LOG.errorf("The last %d accesses could not be noted.", group.size() + queue.size());
        group.forEach(notes -> notes.written().completeExceptionally(new NotNoted("stopping")));
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Whether there is nothing more to be done for the group. */
  private boolean attempt(List<Waiting> group) {
    try {
      AccessTable.insert(
          connected(), group.stream().flatMap(notes -> notes.notes().stream()).toList());
      recovered();
      group.forEach(notes -> notes.written().complete(null));
      return true;
    } catch (SQLException failure) {
      disconnect();
      return isOfTheValues(failure) ? oneByOne(group) : failed(failure);
    }
  }

  /** What can never be written must keep nothing else from it. */
  private boolean oneByOne(List<Waiting> group) {
    if (group.size() > 1) {
      return group.stream().map(one -> attempt(List.of(one))).reduce(true, Boolean::logicalAnd);
    }
    LOG.error("An access can not be noted: the database does not accept its values.");
    group.get(0).written().completeExceptionally(new NotNoted("not acceptable"));
    return true;
  }

  /** Data exceptions and violated constraints. */
  private static boolean isOfTheValues(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private boolean failed(SQLException failure) {
    if (!failing) {
      failing = true;
      LOG.errorf("Accesses can not be noted (SQL state %s).", failure.getSQLState());
    }
    return false;
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOG.info("Accesses are noted again.");
    }
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = connections.getConnection();
      connection = open;
      AccessTable.prepare(open);
    }
    return open;
  }

  private void disconnect() {
    Connection lost = connection;
    connection = null;
    try {
      if (lost != null) {
        lost.close();
      }
    } catch (SQLException gone) {
      LOG.debug("A connection was gone before it was closed", gone);
    }
  }
}
