package health.vigil.store.contract;

import org.junit.jupiter.api.Test;

/** Nodes in processes of their own keep the promises, and show an engine that does not. */
class ProcessesTest extends Processes {

  @Override
  Subject subject() {
    return Subject.REAL;
  }

  @Test
  void showAnEngineThatNumbersBeforeItLocks() {
    Broken.isCaught(
        NumbersBeforeItLocks.class,
        "readersOfEachNodeSeeAllThatEveryNodeWritesInOneOrder",
        "reader astray=");
  }

  static final class NumbersBeforeItLocks extends Processes {
    @Override
    Subject subject() {
      return Subject.NUMBERS_BEFORE_IT_LOCKS;
    }
  }

  @Test
  void showAnEngineThatAcknowledgesBeforeTheCommit() {
    Broken.isCaught(Hasty.class, "whatAKilledNodeWasToldIsTrue", "lost=");
  }

  static final class Hasty extends Processes {
    @Override
    Subject subject() {
      return Subject.ACKNOWLEDGES_BEFORE_THE_COMMIT;
    }
  }
}
