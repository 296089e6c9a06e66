package health.vigil.app.audit;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds how many long looks at the log there are at once. */
@Singleton
class AuditPlaces {
  private final Semaphore places;

  AuditPlaces(AuditConfiguration configuration) {
    this.places = new Semaphore(configuration.atMost());
  }

  /**
   * A place, to be given back.
   *
   * @throws ProblemException 503 when there is none
   */
  Place take() {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          Problem.of(503, "too-many-audits", "This node looks at the log as often as it can")
              .detail("Try again, or ask another node."));
    }
    return new Place();
  }

  /** One of the places. */
  final class Place {
    private final AtomicBoolean isFree = new AtomicBoolean();

    /** Gives it back; once is enough, more does no harm. */
    void leave() {
      if (isFree.compareAndSet(false, true)) {
        places.release();
      }
    }
  }
}
