package health.vigil.axon.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SagaAtHeadTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      Example.application()
          .overrideConfigKey("vigil.axon.processors.\"parcel-watch\".start-at", "head")
          .assertException(
              failure ->
                  assertThat(failure)
                      .hasStackTraceContaining("a saga that starts at the head of the log misses"));

  @Test
  void isRefusedAtStart() {
    Assertions.fail("the start was to fail");
  }
}
