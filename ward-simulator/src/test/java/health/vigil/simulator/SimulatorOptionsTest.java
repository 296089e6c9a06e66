package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {
  @Test
  void withNothingGivenTwentyBedsSendASetEveryTenSeconds() {
    SimulatorOptions options = SimulatorOptions.of();
    assertThat(options.beds()).isEqualTo(20);
    assertThat(options.interval()).hasSeconds(10);
    assertThat(options.speed()).isEqualTo(60);
    assertThat(options.scenarios()).isEmpty();
  }

  @Test
  void scenariosAreGivenInTheirOrder() {
    assertThat(SimulatorOptions.of("--scenario", "sepsis", "--scenario", "stable").scenarios())
        .containsExactly("sepsis", "stable");
  }

  @Test
  void anOptionWithoutValueStandsAlone() {
    assertThat(SimulatorOptions.of("--check", "--beds", "3").check()).isTrue();
    assertThat(SimulatorOptions.of("--beds", "3").check()).isFalse();
  }

  @Test
  void anUnknownOptionIsNamed() {
    refused("not understood: --bed", "--bed", "3");
  }

  @Test
  void anOptionThatLacksItsValueIsNamed() {
    refused("not understood: --beds", "--beds");
  }

  @Test
  void tooManyBedsAreRefused() {
    refused("--beds is 1 to 1000", "--beds", "1001");
  }

  @Test
  void aWardWhoseNameWouldNotFitIntoAUrlIsRefused() {
    refused("--ward is up to 20 letters, digits and hyphens", "--ward", "A&B");
  }

  @Test
  void whatIsNoDurationAndWhatIsNoNumberIsNamed() {
    refused("--interval is a duration such as PT10S", "--interval", "10");
    refused("--seed is a number", "--seed", "one");
  }

  @Test
  void completeSetsFallOnReadings() {
    refused(
        "--interval is a multiple of --reading-every", "--continuous", "1", "--interval", "PT1.5S");
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> SimulatorOptions.of(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
