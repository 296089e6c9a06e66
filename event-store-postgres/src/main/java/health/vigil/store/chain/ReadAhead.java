package health.vigil.store.chain;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows of the log in the order of positions, read by a thread and on a connection of its own while
 * those before are looked at.
 *
 * <p>It copies them in pages: a statement over a large log would keep PostgreSQL from cleaning up
 * all over the database for as long as it takes.
 */
final class ReadAhead implements AutoCloseable {

  private static final int POSITIONS_A_PAGE = 100_000;
  private static final int BATCHES_AHEAD = 8;
  private static final long MOMENT_MILLIS = 2000;

  private final DataSource dataSource;
  private final long first;
  private final long last;
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread thread = new Thread(this::readAll, "log-verification");
  private volatile boolean closed;

  private ReadAhead(DataSource dataSource, long first, long last) {
    this.dataSource = dataSource;
    this.first = first;
    this.last = last;
  }

  /** Begins to read the events from one position to another, both included. */
  static ReadAhead of(DataSource dataSource, long first, long last) {
    ReadAhead reading = new ReadAhead(dataSource, first, last);
    reading.thread.setDaemon(true);
    reading.thread.start();
    return reading;
  }

  /** Rows, the end, or why there are none. */
  private record Batch(List<byte[]> rows, @Nullable Exception failure) {}

  /**
   * The next rows, none at the end.
   *
   * @throws EventStoreException when they can not be read
   */
  List<byte[]> next() throws InterruptedException {
    Batch batch = ready.take();
    if (batch.failure() != null) {
      throw new EventStoreException("The log could not be read", batch.failure());
    }
    return batch.rows();
  }

  /** Gives up what was not looked at. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(MOMENT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() {
    try {
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(true);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (long page = first; page <= last; page += POSITIONS_A_PAGE) {
          long end = Math.min(last, page + POSITIONS_A_PAGE - 1);
          LogCopy.of(postgres, page, end, rows -> ready.put(new Batch(rows, null)));
        }
      } catch (SQLException | IOException | RuntimeException e) {
        end(e);
      }
      end(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To whoever still asks: nobody makes room for it after that. */
  private void end(@Nullable Exception failure) throws InterruptedException {
    if (!closed) {
      ready.put(new Batch(List.of(), failure));
    }
  }
}
