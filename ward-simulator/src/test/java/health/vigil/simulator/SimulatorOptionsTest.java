package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {
  @Test
  void withNothingGivenSixBedsSendASetEveryTenSeconds() {
    SimulatorOptions options = SimulatorOptions.of();
    assertThat(options.beds()).isEqualTo(6);
    assertThat(options.interval()).hasSeconds(10);
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> SimulatorOptions.of("--bed", "3")).hasMessage("not understood: --bed");
  }

  @Test
  void tooManyBedsAreRefused() {
    assertThatThrownBy(() -> SimulatorOptions.of("--beds", "21")).hasMessage("--beds is 1 to 20");
  }
}
