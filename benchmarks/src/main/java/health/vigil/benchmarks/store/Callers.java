package health.vigil.benchmarks.store;

import health.vigil.benchmarks.Latencies;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads in a closed loop: each calls again when it has its answer, and once at least. */
final class Callers {
  private final int threads;
  private final Duration time;
  private final int eventsACall;

  Callers(int threads, Duration time, int eventsACall) {
    this.threads = threads;
    this.time = time;
    this.eventsACall = eventsACall;
  }

  /** One of them, on its own thread. */
  interface Caller extends AutoCloseable {
    void call() throws SQLException;

    /** Within the time that counts: what was begun is ended. */
    default void end() throws SQLException {}

    @Override
    default void close() throws SQLException {}
  }

  /** Makes a caller, before the time that counts. */
  interface Hiring {
    Caller caller() throws SQLException;
  }

  Sample run(Hiring hiring) throws SQLException, InterruptedException {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      callers.add(hiring.caller());
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return run(pool, callers);
    } finally {
      pool.shutdown();
      for (Caller caller : callers) {
        caller.close();
      }
    }
  }

  private Sample run(ExecutorService pool, List<Caller> callers) throws InterruptedException {
    long begin = System.nanoTime();
    List<Callable<Latencies>> loops = new ArrayList<>();
    callers.forEach(caller -> loops.add(() -> loop(caller, begin + time.toNanos())));
    List<Future<Latencies>> ended = pool.invokeAll(loops);
    long nanos = System.nanoTime() - begin;
    Latencies all = new Latencies();
    for (Future<Latencies> one : ended) {
      all.add(result(one));
    }
    long events = (long) all.count() * eventsACall;
    return new Sample(events, events / (nanos / 1e9), all);
  }

  private static Latencies loop(Caller caller, long end) throws SQLException {
    Latencies latencies = new Latencies();
    long before = System.nanoTime();
    do {
      caller.call();
      long after = System.nanoTime();
      latencies.add(after - before);
      before = after;
    } while (before < end);
    caller.end();
    return latencies;
  }

  private static Latencies result(Future<Latencies> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a caller failed", e);
    }
  }
}
