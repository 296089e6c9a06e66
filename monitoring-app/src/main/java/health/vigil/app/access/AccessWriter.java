package health.vigil.app.access;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Writes all that waits in one statement after the other, on a thread and a connection of its own.
 * Whatever fails, it tries again, so what was accepted is written once the database is back; after
 * a connection that was lost amid a statement something may be written twice.
 */
final class AccessWriter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AccessWriter.class);
  private static final long PAUSE_MILLIS = 200;
  private static final long LATE_NANOS = 1_000_000_000;

  private final AccessConnection connection;
  private final AccessQueue queue;
  private final Thread thread = new Thread(this::run, "access-log");
  private volatile boolean closing;
  private volatile long closeBy = Long.MAX_VALUE;
  private volatile boolean failing;
  private volatile boolean writing;
  private volatile long begun;

  AccessWriter(DataSource connections, AccessQueue queue) {
    this.connection = new AccessConnection(connections);
    this.queue = queue;
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

  /**
   * Whether the last attempt failed, or one lasts longer than a second, or there is none any more.
   */
  boolean isFailing() {
    boolean late = writing && System.nanoTime() - begun > LATE_NANOS;
    return failing || late || !thread.isAlive();
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
      while (!closing || queue.size() > 0) {
        turn();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      closing = true;
      queue.rest().forEach(notes -> notes.fail("there is no writer"));
      connection.close();
    }
  }

  private void turn() throws InterruptedException {
    try {
      List<Waiting> group = queue.next();
      if (!group.isEmpty()) {
        write(group);
      }
    } catch (RuntimeException | Error failure) {
      failed(failure.getClass().getName());
    }
  }

  private void write(List<Waiting> group) throws InterruptedException {
    begun = System.nanoTime();
    writing = true;
    while (!attempt(group)) {
      if (closing && System.nanoTime() - closeBy > 0) {
        LOG.errorf("The last %d accesses could not be noted.", group.size() + queue.size());
        group.forEach(notes -> notes.fail("stopping"));
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    writing = false;
  }

  /** Whether there is nothing more to be done for the group. */
  private boolean attempt(List<Waiting> group) {
    try {
      connection.write(group);
      recovered();
      group.forEach(notes -> notes.written().complete(null));
      return true;
    } catch (SQLException failure) {
      connection.close();
      return AccessConnection.isOfTheValues(failure)
          ? oneByOne(group)
          : failed("SQL state " + failure.getSQLState());
    } catch (RuntimeException | Error failure) {
      connection.close();
      return failed(failure.getClass().getName());
    }
  }

  /** What can never be written must keep nothing else from it. */
  private boolean oneByOne(List<Waiting> group) {
    if (group.size() > 1) {
      return group.stream().map(one -> attempt(List.of(one))).reduce(true, Boolean::logicalAnd);
    }
    LOG.error("An access can not be noted: the database does not accept its values.");
    group.get(0).fail("not acceptable");
    return true;
  }

  /** What failed is told by its kind alone: a text may hold anything. */
  private boolean failed(String kind) {
    if (!failing) {
      failing = true;
      LOG.errorf("Accesses can not be noted (%s).", kind);
    }
    return false;
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOG.info("Accesses are noted again.");
    }
  }
}
