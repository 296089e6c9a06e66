package health.vigil.store.append;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The appends that wait for the writer, in the order in which they came; never too many. */
final class Line {

  private final WriterSettings settings;
  private final Deque<Pending> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  Line(WriterSettings settings) {
    this.settings = settings;
  }

  /** Why it may not stand in line; empty when it does. */
  synchronized Optional<String> join(Pending append) {
    if (closed) {
      return Optional.of("the log is being closed");
    }
    if (waiting.size() >= settings.maxWaiting()
        || (!waiting.isEmpty() && bytes + append.bytes > settings.maxWaitingBytes())) {
      return Optional.of("too many appends wait already");
    }
    waiting.addLast(append);
    bytes += append.bytes;
    notifyAll();
    return Optional.empty();
  }

  /** Whether it was still waiting, and will never be written. */
  synchronized boolean leave(Pending append) {
    boolean was = waiting.remove(append);
    bytes -= was ? append.bytes : 0;
    return was;
  }

  /** As {@link #leave}; one that has been sent does not come back when it has to be sent again. */
  synchronized boolean abandon(Pending append) {
    append.abandoned = true;
    return leave(append);
  }

  /** To the front, in this order; without those whose callers have gone or know. */
  synchronized void comeBack(List<Pending> appends) {
    for (int i = appends.size() - 1; i >= 0; i--) {
      Pending append = appends.get(i);
      if (!append.abandoned && !append.outcome.isDone()) {
        waiting.addFirst(append);
        bytes += append.bytes;
      }
    }
    notifyAll();
  }

  /** Waits for work; false when there is none and never will be. */
  synchronized boolean hasWork() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return !waiting.isEmpty();
  }

  /** All that waits and fits into one group; at least one append, unless none waits. */
  synchronized Group take() {
    Group group = new Group(settings);
    while (!waiting.isEmpty() && group.takes(waiting.peekFirst())) {
      bytes -= waiting.removeFirst().bytes;
    }
    return group;
  }

  /** No more may join; those who wait go on waiting. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized List<Pending> empty() {
    List<Pending> left = List.copyOf(waiting);
    waiting.clear();
    bytes = 0;
    return left;
  }

  synchronized int size() {
    return waiting.size();
  }
}
