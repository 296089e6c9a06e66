package health.vigil.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Tells listeners in this process that the log has grown, whichever node appended.
 *
 * <p>What this node appends it is told by the appender. For other nodes it waits for PostgreSQL's
 * notification on a connection of its own and looks at the head itself at least every half second,
 * so a lost notification only delays. While that connection is lost, or silent although it should
 * not be, the head is asked for every 40 ms by other connections. Listeners are told the newest
 * position, not each one: they read from where they are. They are told as well when the log was
 * restored under them, which the epoch of the look tells.
 */
public final class LogTail implements AutoCloseable {

  private static final Logger LOG = System.getLogger(LogTail.class.getName());
  private static final long PATIENCE_MILLIS = 1000;

  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final HeadListener listening;
  private final HeadPoll polling;
  private final Thread teller = new Thread(this::tell, "log-tail");
  private final Object news = new Object();
  private Look look = new Look(-1, System.nanoTime(), "");

  private LogTail(DataSource own, DataSource pool) {
    this.listening = new HeadListener(own, this::looked);
    this.polling = new HeadPoll(pool, listening, this::looked);
  }

  /**
   * A tail that follows the log from now on, until it is closed.
   *
   * @param own gives the one connection that it keeps
   * @param pool gives connections for a moment, while the other is lost
   */
  public static LogTail following(DataSource own, DataSource pool) {
    LogTail tail = new LogTail(own, pool);
    tail.teller.setDaemon(true);
    tail.teller.start();
    tail.listening.begin();
    tail.polling.begin();
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
    synchronized (news) {
      return look;
    }
  }

  /** This node has appended up to a position. Never waits. */
  public void appended(long position) {
    synchronized (news) {
      see(new Look(position, look.nanoTime(), look.epoch()));
    }
  }

  /**
   * A look at the head of the log.
   *
   * @param position of the newest event; -1 before the first look
   * @param nanoTime when the log reached no further, by {@link System#nanoTime()}
   * @param epoch names this life of the log: another follows when a backup is restored, and the
   *     position may be an earlier one then; empty before the first look
   */
  public record Look(long position, long nanoTime, String epoch) {
    private boolean isOfAnotherLife(Look other) {
      return !epoch.isEmpty() && !other.epoch.isEmpty() && !epoch.equals(other.epoch);
    }

    private boolean isNewsAfter(Look told) {
      return position > told.position || !epoch.equals(told.epoch);
    }
  }

  /** A listener's place among the listeners. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private void looked(Look now) {
    synchronized (news) {
      see(now);
    }
  }

  private void see(Look now) {
    Look before = look;
    look = now.isOfAnotherLife(before) ? newer(now, before) : joined(now, before);
    if (look.isNewsAfter(before)) {
      news.notifyAll();
    }
  }

  private static Look newer(Look now, Look before) {
    return now.nanoTime() - before.nanoTime() > 0 ? now : before;
  }

  /** Looks may come late: what has been seen stays seen. */
  private static Look joined(Look now, Look before) {
    boolean later = now.nanoTime() - before.nanoTime() > 0;
    return new Look(
        Math.max(now.position(), before.position()),
        later ? now.nanoTime() : before.nanoTime(),
        now.epoch().isEmpty() ? before.epoch() : now.epoch());
  }

  private void tell() {
    try {
      Look told = new Look(-1, System.nanoTime(), "");
      while (true) {
        Look next = awaitNews(told);
        listeners.forEach(listener -> tell(listener, next.position()));
        told = next;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Look awaitNews(Look told) throws InterruptedException {
    synchronized (news) {
      while (!look.isNewsAfter(told)) {
        news.wait();
      }
      return look;
    }
  }

  /** One listener that fails harms no other. */
  private static void tell(LongConsumer listener, long position) {
    try {
      listener.accept(position);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "A listener of the log's tail failed", e);
    }
  }

  @Override
  public void close() {
    teller.interrupt();
    polling.close();
    listening.close();
    try {
      teller.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
