package health.vigil.store.read;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the log, as many as are kept, for all who follow it: read once, decoded
 * once.
 */
final class Window {

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final TreeMap<Long, Chunk> chunks = new TreeMap<>();
  private int events;
  private long reached;
  private @Nullable RuntimeException failure;

  /**
   * @param most events that are kept
   */
  Window(int most) {
    this.most = most;
  }

  /** What there is beyond a position. */
  sealed interface Look {

    /** Events. */
    record Found(Chunk chunk) implements Look {}

    /** Nothing yet. */
    record Nothing() implements Look {}

    /** The events that come next are not kept any more. */
    record Behind() implements Look {}
  }

  /**
   * What comes after a position, once there is something or the time is up.
   *
   * @throws RuntimeException why nobody can read on, in the hands of who has come that far
   */
  Look after(long position, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (position >= reached) {
        if (failure != null) {
          throw failure;
        }
        if (left <= 0) {
          return new Look.Nothing();
        }
        left = grown.awaitNanos(left);
      }
      Map.Entry<Long, Chunk> holding = chunks.floorEntry(position);
      return holding == null ? new Look.Behind() : new Look.Found(holding.getValue());
    } finally {
      lock.unlock();
    }
  }

  /** Up to where it has been read. */
  long reached() {
    lock.lock();
    try {
      return reached;
    } finally {
      lock.unlock();
    }
  }

  /** Begins anew at a position. */
  void beginAt(long position) {
    lock.lock();
    try {
      chunks.clear();
      events = 0;
      failure = null;
      reached = position;
    } finally {
      lock.unlock();
    }
  }

  /** What was read next; ignored when it has begun anew meanwhile. */
  void add(Chunk chunk) {
    lock.lock();
    try {
      if (chunk.after() != reached) {
        return;
      }
      failure = chunk.failure();
      if (chunk.upTo() > chunk.after()) {
        chunks.put(chunk.after(), chunk);
        events += chunk.events().size();
        reached = chunk.upTo();
        trim();
      }
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void trim() {
    while (events > most && chunks.size() > 1) {
      events -= chunks.pollFirstEntry().getValue().events().size();
    }
  }
}
