package health.vigil.store.contract;

import org.junit.jupiter.api.Test;

/** A full queue refuses and loses nothing, and shows an engine that is silent about it. */
class FullQueuesTest extends FullQueues {

  @Override
  Subject subject() {
    return Subject.REAL;
  }

  @Test
  void showAnEngineThatSwallowsFailures() {
    Broken.isCaught(SwallowsFailures.class, "whoFindsNoRoomIsRefusedAndNothingIsLost", "lost=");
  }

  static final class SwallowsFailures extends FullQueues {
    @Override
    Subject subject() {
      return Subject.SWALLOWS_FAILURES;
    }
  }
}
