package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Duration WAIT = Duration.ofMillis(250);

  private final AtomicLong now = new AtomicLong();
  private final Gate gate = new Gate(new Gate.Limits(2, 3, WAIT), now::get);
  private final List<String> told = new ArrayList<>();

  @Test
  void lets_in_as_many_as_there_are_places() {
    visit("a");
    visit("b");
    visit("c");

    assertThat(told).containsExactly("a in", "b in");
    assertThat(gate.taken()).isEqualTo(2);
    assertThat(gate.waiting()).isEqualTo(1);
  }

  @Test
  void who_waits_comes_in_in_the_order_of_arrival() {
    Gate.Visit a = visit("a");
    Gate.Visit b = visit("b");
    visit("c");
    visit("d");

    b.over();
    a.over();

    assertThat(told).containsExactly("a in", "b in", "c in", "d in");
  }

  @Test
  void who_comes_when_too_many_wait_is_turned_away_at_once() {
    List.of("a", "b", "c", "d", "e").forEach(this::visit);
    visit("f");

    assertThat(told).containsExactly("a in", "b in", "f FULL");
  }

  @Test
  void who_has_waited_too_long_is_turned_away() {
    List.of("a", "b", "c").forEach(this::visit);
    now.addAndGet(WAIT.toNanos() - 1);
    visit("d");
    gate.expire();
    assertThat(told).containsExactly("a in", "b in");

    now.incrementAndGet();
    gate.expire();

    assertThat(told).containsExactly("a in", "b in", "c LATE");
    assertThat(gate.waiting()).isEqualTo(1);
  }

  @Test
  void places_come_back_once_however_often_a_visit_is_over() {
    Gate.Visit a = visit("a");
    visit("b");
    visit("c");
    visit("d");

    a.over();
    a.over();

    assertThat(told).containsExactly("a in", "b in", "c in");
    assertThat(gate.taken()).isEqualTo(2);
  }

  @Test
  void who_leaves_while_waiting_is_not_let_in() {
    Gate.Visit a = visit("a");
    visit("b");
    Gate.Visit c = visit("c");
    visit("d");

    c.over();
    a.over();

    assertThat(told).containsExactly("a in", "b in", "d in");
  }

  @Test
  void who_is_gone_before_the_visit_begins_takes_no_place() {
    Gate.Visit gone = gate.visit(1, visitor("gone"));
    gone.over();
    gone.begin();

    assertThat(told).isEmpty();
    assertThat(gate.taken()).isZero();
  }

  @Test
  void what_needs_much_is_not_overtaken_for_ever() {
    Gate.Visit a = visit("a");
    Gate.Visit b = visit("b");
    gate.visit(2, visitor("large")).begin();
    visit("small");

    a.over();
    assertThat(told).containsExactly("a in", "b in");

    b.over();
    assertThat(told).containsExactly("a in", "b in", "large in");
  }

  @Test
  void fewer_open_places_turn_nobody_out() {
    Gate.Visit a = visit("a");
    Gate.Visit b = visit("b");
    visit("c");
    gate.open(1);

    a.over();
    assertThat(told).containsExactly("a in", "b in");
    b.over();
    assertThat(told).containsExactly("a in", "b in", "c in");
  }

  @Test
  void places_that_open_again_are_taken_by_those_who_wait() {
    gate.open(1);
    List.of("a", "b", "c").forEach(this::visit);

    gate.open(2);

    assertThat(told).containsExactly("a in", "b in");
  }

  @Test
  void one_place_always_stays_open_also_for_what_needs_more() {
    gate.open(0);
    Gate.Visit large = gate.visit(5, visitor("large"));
    large.begin();
    visit("a");
    large.over();

    assertThat(told).containsExactly("large in", "a in");
  }

  @Test
  void never_holds_more_than_it_has_places_however_many_come_at_once() throws InterruptedException {
    Gate busy = new Gate(new Gate.Limits(4, 1_000, WAIT), now::get);
    ExecutorService work = Executors.newFixedThreadPool(8);
    AtomicInteger in = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1_000);
    for (int i = 0; i < 1_000; i++) {
      work.execute(() -> new Guest(busy, work, in, most, done).come());
    }

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    work.shutdown();
    assertThat(most.get()).isBetween(1, 4);
    assertThat(busy.taken()).isZero();
    assertThat(busy.waiting()).isZero();
  }

  private Gate.Visit visit(String name) {
    Gate.Visit visit = gate.visit(1, visitor(name));
    visit.begin();
    return visit;
  }

  private Gate.Visitor visitor(String name) {
    return new Gate.Visitor() {
      @Override
      public void enter() {
        told.add(name + " in");
      }

      @Override
      public void turnAway(Gate.Reason reason) {
        told.add(name + " " + reason);
      }
    };
  }

  /** Comes in, notes how many are in, and leaves on another thread. */
  private static final class Guest implements Gate.Visitor {
    private final ExecutorService work;
    private final AtomicInteger in;
    private final AtomicInteger most;
    private final CountDownLatch done;
    private final Gate.Visit visit;

    Guest(
        Gate gate,
        ExecutorService work,
        AtomicInteger in,
        AtomicInteger most,
        CountDownLatch done) {
      this.work = work;
      this.in = in;
      this.most = most;
      this.done = done;
      this.visit = gate.visit(1, this);
    }

    void come() {
      visit.begin();
    }

    @Override
    public void enter() {
      most.accumulateAndGet(in.incrementAndGet(), Math::max);
      work.execute(this::leave);
    }

    private void leave() {
      in.decrementAndGet();
      visit.over();
      done.countDown();
    }

    @Override
    public void turnAway(Gate.Reason reason) {
      throw new AssertionError("there is room to wait: " + reason);
    }
  }
}
