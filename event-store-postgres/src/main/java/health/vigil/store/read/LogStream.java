package health.vigil.store.read;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on: first what it holds already, read ahead, then what is appended. Who
 * falls behind what is kept of the live end reads ahead again. Nothing is missed between, and
 * nothing comes twice. For one thread at a time.
 */
final class LogStream implements TrackingEventStream {

  private final LiveEnd live;
  private final LongFunction<ReadAhead> history;
  private Iterator<TrackedEventMessage<?>> present = List.<TrackedEventMessage<?>>of().iterator();
  private @Nullable TrackedEventMessage<?> next;
  private @Nullable ReadAhead ahead;
  private @Nullable RuntimeException failure;
  private boolean following;
  private long position;

  /**
   * @param position before the first event
   * @param history begins to read ahead from a position
   */
  LogStream(long position, LongFunction<ReadAhead> history, LiveEnd live) {
    this.position = position;
    this.history = history;
    this.live = live;
    this.ahead = history.apply(position);
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (present() == null) {
      fail();
      long left = Math.max(0, end - System.nanoTime());
      if (!take(left) && left == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Waits for history: a batch of a rebuild is never small because it was quick. Where the log can
   * not be read it shows nothing: the batch ends there, so what was read before is handled.
   */
  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    try {
      while (present() == null && failure == null) {
        if (!take(following ? 0 : Long.MAX_VALUE) && following) {
          return Optional.empty();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(next);
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    TrackedEventMessage<?> event = present();
    while (event == null) {
      fail();
      take(Long.MAX_VALUE);
      event = present();
    }
    next = null;
    return event;
  }

  private @Nullable TrackedEventMessage<?> present() {
    if (next == null && present.hasNext()) {
      next = present.next();
    }
    return next;
  }

  private void fail() {
    if (failure != null) {
      throw failure;
    }
  }

  /** Whether anything has changed. */
  private boolean take(long nanos) throws InterruptedException {
    return ahead == null ? follow(nanos) : read(ahead, nanos);
  }

  private boolean read(ReadAhead reading, long nanos) throws InterruptedException {
    Chunk chunk = reading.next(nanos);
    if (chunk == null) {
      return false;
    }
    take(chunk);
    if (chunk.last()) {
      ahead = null;
      following = true;
      live.join(position);
    }
    return true;
  }

  private boolean follow(long nanos) throws InterruptedException {
    Window.Look look = lookAtTheEnd(nanos);
    if (look instanceof Window.Look.Found found) {
      take(found.chunk());
    } else if (look instanceof Window.Look.Behind) {
      leave();
      ahead = history.apply(position);
    }
    return failure != null || !(look instanceof Window.Look.Nothing);
  }

  private Window.Look lookAtTheEnd(long nanos) throws InterruptedException {
    try {
      return live.after(position, nanos);
    } catch (RuntimeException e) {
      failure = e;
      return new Window.Look.Nothing();
    }
  }

  private void take(Chunk chunk) {
    failure = chunk.failure();
    present = chunk.beyond(position).iterator();
    position = Math.max(position, chunk.upTo());
  }

  private void leave() {
    if (following) {
      following = false;
      live.leave();
    }
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
    }
    leave();
  }
}
