package health.vigil.app.erasure;

import health.vigil.app.erasure.ErasureTroubles.Step;
import jakarta.inject.Singleton;

/**
 * Goes through the log from its beginning and applies each erasure on this node, in whatever steps
 * it is called: what one step did not come to belongs to the next. Safe for use by many threads.
 */
@Singleton
class FollowedErasures {
  private final RecordedErasures log;
  private final Erasures erasures;
  private final ErasureTroubles troubles;
  private long position;

  FollowedErasures(RecordedErasures log, Erasures erasures, ErasureTroubles troubles) {
    this.log = log;
    this.erasures = erasures;
    this.troubles = troubles;
  }

  /**
   * Up to and with a position; nothing when it came as far before.
   *
   * @return how far it came
   */
  synchronized long upTo(long head) {
    if (head > position) {
      step(head);
    }
    return position;
  }

  /** Every erasure up to here is known. */
  synchronized long position() {
    return position;
  }

  private void step(long head) {
    try {
      erasures.apply(log.between(position, head));
      position = head;
      troubles.over(Step.FOLLOW_THE_LOG);
    } catch (RuntimeException failure) {
      troubles.met(
          Step.FOLLOW_THE_LOG,
          "Erasures after position %d of the log can not be read (%s)."
              .formatted(position, failure.getClass().getSimpleName()));
    }
  }
}
