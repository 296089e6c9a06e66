package health.vigil.app.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Lets so many in at once; some more wait, in the order in which they came and for a short time;
 * the rest is turned away. No thread ever waits: who visits is told.
 */
final class Gate {
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final Deque<Visit> queue = new ArrayDeque<>();
  private int open;
  private int taken;

  Gate(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.open = limits.places();
  }

  /**
   * What the gate bears.
   *
   * @param places taken at once
   * @param waiting visits at once
   * @param longestWait of a visit
   */
  record Limits(int places, int waiting, Duration longestWait) {}

  /** Why somebody is turned away. */
  enum Reason {
    /** Too many wait already. */
    FULL,
    /** No place became free in time. */
    LATE
  }

  /**
   * Is told one of both, once, on whichever thread; nothing when the visit is over before. Must not
   * block.
   */
  interface Visitor {
    void enter();

    void turnAway(Reason reason);
  }

  /** A visit that has not begun yet; it takes so many places, but never more than there are. */
  Visit visit(int places, Visitor visitor) {
    return new Visit(Math.min(places, limits.places()), visitor);
  }

  /** From now on so many of the places are open, at least one; who is in stays in. */
  void open(int places) {
    List<Runnable> told;
    synchronized (this) {
      open = Math.max(1, Math.min(places, limits.places()));
      told = letIn();
    }
    told.forEach(Runnable::run);
  }

  /** Turns away who has waited too long. To be called now and then. */
  void expire() {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      long latest = nanoTime.getAsLong() - limits.longestWait().toNanos();
      while (!queue.isEmpty() && queue.element().since - latest <= 0) {
        told.add(queue.remove().refused(Reason.LATE));
      }
      told.addAll(letIn());
    }
    told.forEach(Runnable::run);
  }

  synchronized int places() {
    return open;
  }

  synchronized int taken() {
    return taken;
  }

  synchronized int waiting() {
    return queue.size();
  }

  /**
   * In the order of the queue: a visit that needs much is not overtaken by those that need less.
   */
  private List<Runnable> letIn() {
    List<Runnable> told = new ArrayList<>();
    while (!queue.isEmpty() && fits(queue.element())) {
      told.add(queue.remove().admitted());
    }
    return told;
  }

  /** What needs more than is open comes in when it is alone. */
  private boolean fits(Visit visit) {
    return taken == 0 || taken + visit.places <= open;
  }

  /** One visit, from {@link #begin} until it is {@link #over}. */
  final class Visit {
    private final int places;
    private final Visitor visitor;
    private long since;
    private Stage stage = Stage.NEW;

    private Visit(int places, Visitor visitor) {
      this.places = places;
      this.visitor = visitor;
    }

    /** To be called once. */
    void begin() {
      Runnable told;
      synchronized (Gate.this) {
        if (stage != Stage.NEW) {
          return;
        }
        since = nanoTime.getAsLong();
        told = arrived();
      }
      told.run();
    }

    /** Gives the places back, or leaves the queue. Once is enough, more does no harm. */
    void over() {
      List<Runnable> told = List.of();
      synchronized (Gate.this) {
        if (stage == Stage.IN) {
          taken -= places;
          told = letIn();
        } else if (stage == Stage.WAITING) {
          queue.remove(this);
          told = letIn();
        }
        stage = Stage.OVER;
      }
      told.forEach(Runnable::run);
    }

    private Runnable arrived() {
      if (queue.isEmpty() && fits(this)) {
        return admitted();
      }
      if (queue.size() >= limits.waiting()) {
        return refused(Reason.FULL);
      }
      queue.add(this);
      stage = Stage.WAITING;
      return () -> {};
    }

    private Runnable admitted() {
      taken += places;
      stage = Stage.IN;
      return visitor::enter;
    }

    private Runnable refused(Reason reason) {
      stage = Stage.OVER;
      return () -> visitor.turnAway(reason);
    }
  }

  private enum Stage {
    NEW,
    WAITING,
    IN,
    OVER
  }
}
