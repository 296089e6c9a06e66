package health.vigil.app.security;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Looks up at the door what is not remembered, a few at a time: however many ask, alerting keeps
 * its connections and requests their threads.
 */
@Singleton
class LookUps {
  /**
   * Each costs next to nothing, and after a start all devices come at once, before anything is
   * remembered; what bounds how long they wait is {@link #LONGEST_WAIT}.
   */
  static final int AT_MOST_WAITING = 1_000;

  /** Of one actor, at work and waiting, so that nobody keeps all the others out. */
  static final int AT_MOST_OF_ONE = 8;

  /** Who has waited for longer is better told to come again. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private final ThreadPoolExecutor readers =
      new ThreadPoolExecutor(
          Places.LOOKED_UP_AT_ONCE,
          Places.LOOKED_UP_AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(AT_MOST_WAITING),
          threads());

  /** How many are at work or wait for each actor. */
  private final Map<String, Integer> pending = new ConcurrentHashMap<>();

  @Inject
  LookUps() {
    this(System::nanoTime);
  }

  LookUps(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    readers.allowCoreThreadTimeOut(true);
  }

  /**
   * What is found, later and on another thread. Fails with {@link RejectedExecutionException} when
   * too many wait already, of all or of this actor, or this has waited too long, and otherwise with
   * what the look-up throws.
   *
   * @param actor on whose behalf
   */
  <T> CompletionStage<T> ask(String actor, Supplier<T> lookUp) {
    if (pending.merge(actor, 1, Integer::sum) > AT_MOST_OF_ONE) {
      over(actor);
      return CompletableFuture.failedFuture(
          new RejectedExecutionException("too many look-ups of one actor"));
    }
    return begin(lookUp).whenComplete((found, failure) -> over(actor));
  }

  private <T> CompletionStage<T> begin(Supplier<T> lookUp) {
    long asked = nanoTime.getAsLong();
    try {
      return CompletableFuture.supplyAsync(() -> inTime(asked, lookUp), readers);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  private void over(String actor) {
    pending.computeIfPresent(actor, (whoever, count) -> count == 1 ? null : count - 1);
  }

  private <T> T inTime(long asked, Supplier<T> lookUp) {
    if (nanoTime.getAsLong() - asked > LONGEST_WAIT.toNanos()) {
      throw new RejectedExecutionException("waited too long for a look-up");
    }
    return lookUp.get();
  }

  @PreDestroy
  void stop() {
    readers.shutdown();
  }

  private static ThreadFactory threads() {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "places-look-up-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
