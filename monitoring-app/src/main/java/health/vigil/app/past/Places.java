package health.vigil.app.past;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.reading.ReadConfiguration;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few look at the past at once: each has a connection and a core for as long as a thousand
 * live reads, which alerting must not wait for.
 */
@Singleton
class Places {
  private static final Problem TAKEN =
      Problem.of(503, "too-many-requests-at-once", "Too busy at the moment")
          .detail("Too many look at the past. Ask again.");

  private final Semaphore places;
  private final ReadConfiguration configuration;

  Places(ReadConfiguration configuration) {
    this.configuration = configuration;
    this.places = new Semaphore(configuration.pastAtOnce(), true);
  }

  /**
   * @throws ProblemException 503 when no place becomes free in time
   */
  <T> T take(Supplier<T> look) {
    if (!taken()) {
      throw new ProblemException(TAKEN);
    }
    try {
      return look.get();
    } finally {
      places.release();
    }
  }

  private boolean taken() {
    try {
      return places.tryAcquire(configuration.minPositionTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
