package health.vigil.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Writers and readers at work at the same time. */
final class Crowd implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Tail> tails = new ArrayList<>();
  private final long stuckNanos;

  Crowd(Subject subject) {
    this.stuckNanos = Limits.stuck(subject).toNanos();
  }

  /** Follows the log by way of this node from now on, in each way in which it can be followed. */
  void follow(Node node) {
    node.sources().map(Tail::new).forEach(this::run);
  }

  private void run(Tail tail) {
    tails.add(tail);
    threads.execute(tail);
  }

  /** Each writes so many appends; returns when all have. */
  void write(List<Writer> writers, int appends) throws InterruptedException, ExecutionException {
    List<Callable<@Nullable Void>> tasks = new ArrayList<>();
    for (Writer writer : writers) {
      tasks.add(
          () -> {
            for (int append = 0; append < appends; append++) {
              writer.write();
            }
            return null;
          });
    }
    all(tasks);
  }

  <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (Future<T> task : threads.invokeAll(tasks)) {
      results.add(task.get());
    }
    return results;
  }

  /** What each reader has seen, once it has seen so many events; sooner when it never does. */
  List<Seen> seen(long events) {
    long asked = System.nanoTime();
    for (Tail tail : tails) {
      Awaitility.await()
          .atMost(Limits.SOAK)
          .until(() -> tail.seen().events() >= events || isStuck(tail, asked));
      tail.stop();
    }
    return tails.stream().map(Tail::seen).toList();
  }

  private boolean isStuck(Tail tail, long asked) {
    return System.nanoTime() - Math.max(tail.movedAt(), asked) > stuckNanos;
  }

  @Override
  public void close() {
    tails.forEach(Tail::stop);
    threads.shutdownNow();
  }
}
