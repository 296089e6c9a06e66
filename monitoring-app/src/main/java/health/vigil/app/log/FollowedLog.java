package health.vigil.app.log;

import health.vigil.app.thread.Daemons;
import health.vigil.store.LogTail;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all that is appended from some position on, whichever node appends it, in order and on a
 * thread of its own. What fails, or can not be reached yet, is tried again when the log moves and
 * every second, so that a quiet log is caught up with, too.
 */
public final class FollowedLog implements AutoCloseable {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final LogTail tail;
  private final Duration linger;
  private final Step step;
  private final Consumer<String> lost;
  private final ScheduledExecutorService reader;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile LogTail.@Nullable Registration moves;
  private volatile @Nullable ScheduledFuture<?> next;
  private final Duration retry;

  /** Known to the reader's thread alone. */
  private boolean failing;

  /** Known to the reader's thread alone. */
  private boolean retryDue;

  /** Up to here everything has been looked at; -1 before the beginning. */
  private volatile long position = -1;

  /** Which life of the log that is; empty when that is not asked. */
  private volatile String epoch = "";

  private volatile LongConsumer from = position -> {};

  /** When the log was seen to end there. */
  private volatile long confirmed;

  /** Looks at some of what the log holds. */
  @FunctionalInterface
  public interface Step {
    /**
     * Looks at the next events.
     *
     * @param upTo the position of the newest event that is known of
     * @return up to where it has looked; the first position again when there is nothing to be read
     */
    long look(long after, long upTo);
  }

  /**
   * @param thread its name
   * @param linger how long what is appended waits to be looked at with what comes next
   * @param lost told once what kind of failure keeps it from following, and again only after it has
   *     followed in between
   */
  public FollowedLog(
      String thread, LogTail tail, Duration linger, Step step, Consumer<String> lost) {
    this(thread, tail, linger, RETRY, step, lost);
  }

  FollowedLog(
      String thread,
      LogTail tail,
      Duration linger,
      Duration retry,
      Step step,
      Consumer<String> lost) {
    this.tail = tail;
    this.linger = linger;
    this.retry = retry;
    this.step = step;
    this.lost = lost;
    this.reader = Daemons.scheduler(thread);
  }

  /**
   * Follows from the present end of the log on, unless it follows already or cannot see the log.
   *
   * @param from told the position before anything after it is looked at; and again, on the reader's
   *     thread, when the log was restored: what was known of it before holds no longer
   */
  public void begin(LongConsumer from) {
    if (moves == null) {
      beginOnce(from);
    }
  }

  private synchronized void beginOnce(LongConsumer from) {
    LogTail.Look look = tail.lastLook();
    if (moves == null && look.position() >= 0 && !look.epoch().isEmpty()) {
      confirmed = look.nanoTime();
      epoch = look.epoch();
      this.from = from;
      from.accept(look.position());
      follow(look.position());
    }
  }

  /** Follows from a position on, as {@link #begin} does from the end. */
  public synchronized void beginAfter(long known) {
    follow(known);
  }

  private void follow(long known) {
    position = known;
    moves = tail.onMove(head -> wake());
    wake();
  }

  /**
   * Whether it has looked at everything that the log held so long ago, and it still is that log.
   */
  public boolean isFresh(Duration maxStaleness) {
    LogTail.Look look = tail.lastLook();
    if (isAnother(look)) {
      return false;
    }
    if (position >= 0 && position >= look.position()) {
      confirmed = look.nanoTime();
    }
    return position >= 0 && System.nanoTime() - confirmed <= maxStaleness.toNanos();
  }

  /** There may be more to look at. Never waits. */
  public void wake() {
    if (!reader.isShutdown() && due.compareAndSet(false, true)) {
      next = reader.schedule(this::look, linger.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** What is being looked at is still looked at; what waits is not. */
  @Override
  public void close() {
    LogTail.Registration registration = moves;
    if (registration != null) {
      registration.close();
    }
    ScheduledFuture<?> scheduled = next;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    reader.shutdown();
  }

  private void look() {
    due.set(false);
    try {
      if (!catchUp()) {
        lookAgain();
      }
      failing = false;
    } catch (RuntimeException | Error failure) {
      // An executor that meets one never calls again.
      lookAgain();
      tell(failure);
    }
  }

  private void tell(Throwable failure) {
    if (!failing) {
      failing = true;
      lost.accept(failure.getClass().getName());
    }
  }

  /** However many looks fail, one waits. */
  private void lookAgain() {
    if (!retryDue && !reader.isShutdown()) {
      retryDue = true;
      next =
          reader.schedule(
              () -> {
                retryDue = false;
                look();
              },
              retry.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private boolean isAnother(LogTail.Look look) {
    return !epoch.isEmpty() && !epoch.equals(look.epoch());
  }

  /** Nobody believes that it is fresh before what was known is forgotten. */
  private void beginAgain(LogTail.Look look) {
    from.accept(look.position());
    position = look.position();
    epoch = look.epoch();
  }

  /** Whether it has looked at all there is. */
  private boolean catchUp() {
    LogTail.Look look = tail.lastLook();
    if (isAnother(look)) {
      beginAgain(look);
    }
    while (position < look.position()) {
      long reached = step.look(position, look.position());
      if (reached == position) {
        return false;
      }
      position = reached;
    }
    confirmed = look.nanoTime();
    return true;
  }
}
