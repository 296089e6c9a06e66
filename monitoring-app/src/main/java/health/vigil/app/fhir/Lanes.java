package health.vigil.app.fhir;

import health.vigil.app.thread.Daemons;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Works on several patients of one request at once. The request's own thread works too, so that it
 * is done even when others have taken all the threads that help.
 */
@Singleton
class Lanes {
  private final int helpers;
  private final ExecutorService helping;

  Lanes(FhirConfiguration configuration) {
    this.helpers = configuration.patientsAtOnce();
    this.helping =
        Executors.newFixedThreadPool(helpers, work -> Daemons.thread("vigil-fhir-lane", work));
  }

  /** Returns when all of it is done; nothing in it throws. */
  void run(Collection<? extends Runnable> lanes) throws InterruptedException {
    Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(lanes);
    CountDownLatch open = new CountDownLatch(lanes.size());
    for (int helper = 1; helper < Math.min(lanes.size(), helpers); helper++) {
      helping.execute(() -> work(waiting, open));
    }
    work(waiting, open);
    open.await();
  }

  @PreDestroy
  void stop() {
    helping.shutdown();
  }

  private static void work(Queue<Runnable> waiting, CountDownLatch open) {
    for (Runnable lane = waiting.poll(); lane != null; lane = waiting.poll()) {
      try {
        lane.run();
      } finally {
        open.countDown();
      }
    }
  }
}
