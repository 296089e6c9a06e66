package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mistake is found when the application is built, with a sentence that says what to do. */
class BrokenApplicationTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClasses(Homeless.class, Unnamed.class))
          .assertException(
              failure ->
                  assertThat(failure)
                      .hasStackTraceContaining("handles events but has no @ProcessingGroup")
                      .hasStackTraceContaining("Unnamed has no @JsonTypeName")
                      .hasStackTraceContaining("Unnamed has no @Revision"));

  @Test
  void isNotBuilt() {
    Assertions.fail("the build was to fail");
  }

  record Unnamed() {}

  static class Homeless {
    @EventHandler
    void on(Unnamed e) {}
  }
}
