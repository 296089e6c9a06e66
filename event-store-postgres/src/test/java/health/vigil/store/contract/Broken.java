package health.vigil.store.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** That a suite can fail. */
final class Broken {

  private Broken() {}

  /** A test of a suite with a broken engine fails, and for the reason that it should. */
  static void isCaught(Class<?> suite, String test, String verdict) {
    isCaught(selectMethod(suite, test), verdict);
  }

  /** The same for one fault of the wire. */
  static void isCaught(Class<?> suite, Fault fault, String verdict) {
    DiscoverySelector test =
        selectMethod(suite, "aFaultOfTheWireLosesNothingAndDoublesNothing", Fault.class);
    isCaught(selectIteration(test, fault.ordinal()), verdict);
  }

  private static void isCaught(DiscoverySelector test, String verdict) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(test)
        .execute()
        .testEvents()
        .failed()
        .assertThatEvents()
        .haveExactly(
            1, event(finishedWithFailure(message(text -> text != null && text.contains(verdict)))));
  }
}
