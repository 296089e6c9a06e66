package health.vigil.app.stream;

import health.vigil.app.security.Wards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * One client's walk along the log, at the client's own pace: events are read when the client asks
 * for them, and at most one batch is held. Whatever wakes it, one thread at a time walks.
 */
final class LogFollower implements Subscription {
  private static final Logger LOG = Logger.getLogger(LogFollower.class);

  private final Means means;
  private final Wards wards;
  private final Instant until;
  private final Subscriber<? super Frame> client;
  private final Consumer<LogFollower> onEnd;

  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger wakeUps = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Deque<LogEntry> batch = new ArrayDeque<>();
  private volatile boolean endDue;
  private volatile boolean expired;
  private volatile long lastAsked;

  /** A client hears at once where it stands, however quiet the log is. */
  private volatile boolean heartbeatDue = true;

  /** Up to here everything has been sent or was of no concern. */
  private long position;

  /**
   * @param onEnd told once, when the walk is over
   */
  LogFollower(
      Means means, Walk walk, Subscriber<? super Frame> client, Consumer<LogFollower> onEnd) {
    this.means = means;
    this.wards = walk.wards();
    this.until = walk.until();
    this.position = walk.after();
    this.client = client;
    this.onEnd = onEnd;
    this.lastAsked = means.nanoTime().getAsLong();
  }

  /** Where the events come from. */
  @FunctionalInterface
  interface Source {
    /** Events after a position; none at the end of the log. */
    List<LogEntry> after(long position, int limit);
  }

  /** What every walk of this node shares. */
  record Means(Source source, int batchSize, Executor executor, LongSupplier nanoTime) {}

  /**
   * Where a walk begins, what it is about, and when it ends.
   *
   * @param wards whose events are shown; the whole hospital for the whole log
   * @param until when what permits it expires
   */
  record Walk(long after, Wards wards, Instant until) {}

  @Override
  public void request(long frames) {
    demand.accumulateAndGet(frames, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
    lastAsked = means.nanoTime().getAsLong();
    wake();
  }

  @Override
  public void cancel() {
    if (over.compareAndSet(false, true)) {
      onEnd.accept(this);
    }
  }

  /** There may be more to send. Never waits. */
  void wake() {
    if (!over.get() && wakeUps.getAndIncrement() == 0) {
      means.executor().execute(this::walk);
    }
  }

  /** Sends a heartbeat when all else is sent; lets a client go that takes nothing. */
  void beat(Duration stalledAfter) {
    long silence = means.nanoTime().getAsLong() - lastAsked;
    if (demand.get() == 0 && silence > stalledAfter.toNanos()) {
      end();
    } else {
      heartbeatDue = true;
      wake();
    }
  }

  /** Shows nothing any more once what permits it has expired. */
  void expireBy(Instant now) {
    if (!expired && !now.isBefore(until)) {
      expired = true;
      wake();
    }
  }

  /** Ends the stream from our side; a client resumes where it was. */
  void end() {
    endDue = true;
    wake();
  }

  private void walk() {
    int seen = wakeUps.get();
    do {
      step();
      seen = wakeUps.addAndGet(-seen);
    } while (seen != 0);
  }

  private void step() {
    try {
      send();
    } catch (RuntimeException failure) {
      LOG.warnf("A stream was ended by %s.", failure.getClass().getName());
      endDue = true;
    }
    if (endDue && !over.get()) {
      cancel();
      client.onComplete();
    }
  }

  private void send() {
    while (!over.get() && !endDue && demand.get() > 0) {
      if (expired) {
        emit(Frame.expired(position));
        endDue = true;
        return;
      }
      if (batch.isEmpty() && !fill()) {
        beatIfDue();
        return;
      }
      take(batch.remove());
    }
  }

  /** False at the end of the log. */
  private boolean fill() {
    batch.addAll(means.source().after(position, means.batchSize()));
    return !batch.isEmpty();
  }

  private void take(LogEntry next) {
    position = next.position();
    if (wards.include(next.ward())) {
      emit(next.frame());
    }
  }

  private void beatIfDue() {
    if (heartbeatDue) {
      heartbeatDue = false;
      emit(Frame.heartbeat(position));
    }
  }

  private void emit(Frame frame) {
    demand.decrementAndGet();
    client.onNext(frame);
  }
}
