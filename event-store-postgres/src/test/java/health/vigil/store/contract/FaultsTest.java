package health.vigil.store.contract;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Faults are survived, and show an engine that only seems to survive them. */
class FaultsTest extends Faults {

  FaultsTest() throws IOException {}

  @Override
  Subject subject() {
    return Subject.REAL;
  }

  @Test
  void showAnEngineThatRetriesBlindly() {
    Broken.isCaught(RetriesBlindly.class, Fault.SILENCE_BEFORE_THE_ANSWER, "twice in the log=");
  }

  static final class RetriesBlindly extends Faults {
    RetriesBlindly() throws IOException {}

    @Override
    Subject subject() {
      return Subject.RETRIES_BLINDLY;
    }
  }

  @Test
  void showAnEngineThatSwallowsFailures() {
    Broken.isCaught(SwallowsFailures.class, Fault.SILENCE_BEFORE_POSTGRES_HAS_THE_REQUEST, "lost=");
  }

  static final class SwallowsFailures extends Faults {
    SwallowsFailures() throws IOException {}

    @Override
    Subject subject() {
      return Subject.SWALLOWS_FAILURES;
    }
  }

  @Test
  void showAnEngineThatDropsWhatIsQueued() {
    Broken.isCaught(
        DropsWhatIsQueued.class, Fault.SILENCE_BEFORE_POSTGRES_HAS_THE_REQUEST, "no answer=");
  }

  static final class DropsWhatIsQueued extends Faults {
    DropsWhatIsQueued() throws IOException {}

    @Override
    Subject subject() {
      return Subject.DROPS_WHAT_IS_QUEUED;
    }
  }

  @Test
  void showAnEngineThatLetsAZombieCommit() {
    Broken.isCaught(
        LetsAZombieCommit.class,
        "whatArrivesLateIsNotRecordedWhenItsCallerWasToldSo",
        "refused, yet in the log=");
  }

  static final class LetsAZombieCommit extends Faults {
    LetsAZombieCommit() throws IOException {}

    @Override
    Subject subject() {
      return Subject.LETS_A_ZOMBIE_COMMIT;
    }
  }
}
