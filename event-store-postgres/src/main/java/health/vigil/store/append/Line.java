package health.vigil.store.append;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The appends that wait for the writer, in the order in which they came; never too many. */
final class Line {

  private final WriterSettings settings;
  private final Lock lock = new ReentrantLock();
  private final Deque<Pending> waiting = new ArrayDeque<>();

  /**
   * Of the lanes that have nothing to do the one that last had comes first: its session is warm.
   */
  private final Deque<Condition> idle = new ArrayDeque<>();

  private long bytes;
  private boolean closed;

  Line(WriterSettings settings) {
    this.settings = settings;
  }

  /** Why it may not stand in line; empty when it does. */
  Optional<String> join(Pending append) {
    return locked(
        () -> {
          if (closed) {
            return Optional.of("the log is being closed");
          }
          if (isFull(append)) {
            return Optional.of("too many appends wait already");
          }
          waiting.addLast(append);
          bytes += append.bytes;
          wakeOne();
          return Optional.empty();
        });
  }

  private boolean isFull(Pending append) {
    return waiting.size() >= settings.maxWaiting()
        || (!waiting.isEmpty() && bytes + append.bytes > settings.maxWaitingBytes());
  }

  private void wakeOne() {
    Condition lane = idle.poll();
    if (lane != null) {
      lane.signal();
    }
  }

  /** Whether it was still waiting, and will never be written. */
  boolean leave(Pending append) {
    return locked(
        () -> {
          boolean was = waiting.remove(append);
          bytes -= was ? append.bytes : 0;
          return was;
        });
  }

  /** As {@link #leave}; one that has been sent does not come back when it has to be sent again. */
  boolean abandon(Pending append) {
    return locked(
        () -> {
          append.abandoned = true;
          return leave(append);
        });
  }

  /** Those whose callers have not gone. */
  List<Pending> wanted(List<Pending> appends) {
    return locked(() -> appends.stream().filter(append -> !append.abandoned).toList());
  }

  /** To the front, in this order; without those whose callers have gone or know. */
  void comeBack(List<Pending> appends) {
    locked(
        () -> {
          for (int i = appends.size() - 1; i >= 0; i--) {
            Pending append = appends.get(i);
            if (!append.abandoned && !append.outcome.isDone()) {
              waiting.addFirst(append);
              bytes += append.bytes;
              wakeOne();
            }
          }
          return waiting.size();
        });
  }

  /** Waits for work; false when there is none and never will be. */
  boolean hasWork() throws InterruptedException {
    lock.lockInterruptibly();
    Condition mine = lock.newCondition();
    try {
      while (waiting.isEmpty() && !closed) {
        idle.push(mine);
        mine.await();
        idle.remove(mine);
      }
      return !waiting.isEmpty();
    } finally {
      idle.remove(mine);
      lock.unlock();
    }
  }

  /** All that waits and fits into one group; at least one append, unless none waits. */
  Group take() {
    return locked(
        () -> {
          Group group = new Group(settings);
          while (!waiting.isEmpty() && group.takes(waiting.element())) {
            bytes -= waiting.remove().bytes;
          }
          return group;
        });
  }

  /** No more may join; those who wait go on waiting. */
  void close() {
    locked(
        () -> {
          closed = true;
          idle.forEach(Condition::signal);
          return closed;
        });
  }

  boolean isClosed() {
    return locked(() -> closed);
  }

  List<Pending> empty() {
    return locked(
        () -> {
          List<Pending> left = List.copyOf(waiting);
          waiting.clear();
          bytes = 0;
          return left;
        });
  }

  int size() {
    return locked(waiting::size);
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
