package health.vigil.store;

import health.vigil.store.LogTail.Look;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Looks at the head every 40 ms while the listener is lost or late. */
final class HeadPoll implements Runnable {

  private static final Logger LOG = System.getLogger(HeadPoll.class.getName());
  private static final Duration INTERVAL = Duration.ofMillis(40);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  private final DataSource dataSource;
  private final HeadListener listener;
  private final Consumer<Look> looks;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this, "log-poll");

  HeadPoll(DataSource dataSource, HeadListener listener, Consumer<Look> looks) {
    this.dataSource = dataSource;
    this.listener = listener;
    this.looks = looks;
  }

  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    Duration pause = INTERVAL;
    while (!closes(pause)) {
      Duration calm = listener.calm();
      pause = calm.compareTo(INTERVAL) > 0 ? INTERVAL : look();
    }
  }

  /** When to look again. */
  private Duration look() {
    try (Connection connection = dataSource.getConnection();
        HeadQuery head = new HeadQuery(connection)) {
      looks.accept(head.look());
      return INTERVAL;
    } catch (SQLException | RuntimeException e) {
      // The listener tells of an outage.
      LOG.log(Level.DEBUG, "The head of the log can not be asked for: {0}", e.getClass().getName());
      return AFTER_FAILURE;
    }
  }

  private boolean closes(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  void close() {
    closing.countDown();
    try {
      thread.join(INTERVAL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
