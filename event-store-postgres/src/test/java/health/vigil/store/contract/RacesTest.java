package health.vigil.store.contract;

import org.junit.jupiter.api.Test;

/** The engine keeps its promises in races, and races show one that does not. */
class RacesTest extends Races {

  @Override
  Subject subject() {
    return Subject.REAL;
  }

  @Test
  void showAnEngineThatNumbersBeforeItLocks() {
    Broken.isCaught(NumbersBeforeItLocks.class, "sixtyFourWritersRaceOnSeveralEngines", "gap=");
  }

  static final class NumbersBeforeItLocks extends Races {
    @Override
    Subject subject() {
      return Subject.NUMBERS_BEFORE_IT_LOCKS;
    }
  }

  @Test
  void showAnEngineThatFailsTheWholeGroup() {
    Broken.isCaught(
        FailsTheWholeGroup.class, "sixtyFourWritersRaceOnOneEngine", "conflict with nothing=");
  }

  static final class FailsTheWholeGroup extends Races {
    @Override
    Subject subject() {
      return Subject.FAILS_THE_WHOLE_GROUP;
    }
  }

  @Test
  void showAnEngineThatTearsAppendsApart() {
    Broken.isCaught(
        ShufflesTheGroup.class, "sixtyFourWritersRaceOnOneEngine", "not whole and in order=");
  }

  static final class ShufflesTheGroup extends Races {
    @Override
    Subject subject() {
      return Subject.SHUFFLES_THE_GROUP;
    }
  }

  @Test
  void showAnEngineThatChainsToNothing() {
    Broken.isCaught(ChainsToNothing.class, "sixtyFourWritersRaceOnOneEngine", "chain broken=");
  }

  static final class ChainsToNothing extends Races {
    @Override
    Subject subject() {
      return Subject.CHAINS_TO_NOTHING;
    }
  }

  @Test
  void showAnEngineThatAcknowledgesBeforeTheCommit() {
    Broken.isCaught(Hasty.class, "inAStormOneWinsAndTheOthersLearnOfIt", "outcomes of storm 0");
  }

  static final class Hasty extends Races {
    @Override
    Subject subject() {
      return Subject.ACKNOWLEDGES_BEFORE_THE_COMMIT;
    }
  }
}
