package health.vigil.store.append;

import health.vigil.store.append.Outcome.Refused;
import health.vigil.store.append.Outcome.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The one writer of a node: whatever appends wait go into the log together, in one statement and
 * one commit, each of them all or nothing and with an outcome of its own.
 *
 * <p>It has lanes: while PostgreSQL flushes one group, it prepares the next. The order of the log
 * is that of the head row's lock, whichever lane a group came by.
 */
public final class LogWriter implements AutoCloseable {

  private final WriterSettings settings;
  private final News news;
  private final Line line;
  private final List<Thread> lanes;

  private LogWriter(DataSource connections, WriterSettings settings, WriterObserver observer) {
    this.settings = settings;
    this.news = new News(observer);
    this.line = new Line(settings);
    this.lanes =
        IntStream.rangeClosed(1, settings.lanes())
            .mapToObj(lane -> thread(lane, new Lane(line, connections, settings, news)))
            .toList();
  }

  private static Thread thread(int number, Lane lane) {
    Thread thread = new Thread(lane, "log-writer-" + number);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A writer that works until it is closed.
   *
   * @param connections each a new one, of the serving role; not of a pool, because each lane keeps
   *     one as long as it lives and breaks those that it can not trust
   */
  public static LogWriter start(
      DataSource connections, WriterSettings settings, WriterObserver observer) {
    LogWriter writer = new LogWriter(connections, settings, observer);
    writer.lanes.forEach(Thread::start);
    return writer;
  }

  /**
   * Appends these events together and waits until it is known what has become of them, at most
   * {@link WriterSettings#answerTimeout}. An interrupt ends the wait only while nothing has been
   * sent.
   *
   * @param rows at least one
   */
  public Outcome append(List<EventRow> rows) {
    Pending append = new Pending(rows);
    Optional<String> noRoom = line.join(append);
    if (noRoom.isPresent()) {
      return refused(noRoom.get());
    }
    return await(append);
  }

  private Outcome await(Pending append) {
    long end = System.nanoTime() + settings.answerTimeout().toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return append.outcome.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          if (line.leave(append)) {
            return refused("the caller was interrupted before it was its turn");
          }
        }
      }
    } catch (TimeoutException e) {
      return abandon(append);
    } catch (ExecutionException e) {
      throw new AssertionError("an outcome is not an exception", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Outcome abandon(Pending append) {
    if (line.abandon(append)) {
      return refused("it was not its turn in time");
    }
    Outcome known = append.outcome.getNow(null);
    if (known == null) {
      news.unknown();
      return new Unknown();
    }
    return known;
  }

  private Outcome refused(String reason) {
    news.refused();
    return new Refused(reason);
  }

  /** Appends that wait for their turn. */
  public int waiting() {
    return line.size();
  }

  /** Takes no more; writes what waits, as long as that takes no longer than an answer may. */
  @Override
  public void close() {
    line.close();
    long end = System.nanoTime() + settings.answerTimeout().toNanos();
    try {
      for (Thread lane : lanes) {
        lane.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lanes.forEach(Thread::interrupt);
  }
}
