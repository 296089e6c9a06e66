package health.vigil.app.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be noted, in two lines: what was refused never takes a place from what was allowed,
 * however much of it there is.
 */
final class AccessQueue {
  private static final int GROUP = 500;
  private static final int REFUSED_IN_A_GROUP = 100;
  private static final long LOOK_MILLIS = 500;

  private final BlockingQueue<Waiting> allowed;
  private final BlockingQueue<Waiting> refused;

  AccessQueue(int mostAllowed, int mostRefused) {
    this.allowed = new ArrayBlockingQueue<>(mostAllowed);
    this.refused = new ArrayBlockingQueue<>(mostRefused);
  }

  /** Whether there was a place. */
  boolean offer(Waiting notes) {
    return (notes.isRefused() ? refused : allowed).offer(notes);
  }

  /** What is to be written together, after half a second without anything nothing. */
  List<Waiting> next() throws InterruptedException {
    List<Waiting> group = new ArrayList<>();
    Waiting first = allowed.poll(refused.isEmpty() ? LOOK_MILLIS : 0, TimeUnit.MILLISECONDS);
    if (first != null) {
      group.add(first);
    }
    allowed.drainTo(group, GROUP - 1);
    refused.drainTo(group, REFUSED_IN_A_GROUP);
    return group;
  }

  /** All that waits; nothing does then. */
  List<Waiting> rest() {
    List<Waiting> rest = new ArrayList<>();
    allowed.drainTo(rest);
    refused.drainTo(rest);
    return rest;
  }

  int size() {
    return allowed.size() + refused.size();
  }
}
