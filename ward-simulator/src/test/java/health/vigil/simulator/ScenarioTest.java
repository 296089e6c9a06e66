package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
  @ParameterizedTest
  @ValueSource(strings = {"stable", "sepsis", "opioid-respiratory-depression"})
  void everyScenarioCanBeReadAndStaysWithinTheLimitsThatVigilAccepts(String name) {
    Scenario scenario = Scenario.named(name);
    for (double minute = 0; minute < 60; minute += 0.1) {
      Vitals vitals = scenario.at(minute);
      assertThat(vitals.respirationRate()).isBetween(0.0, 120.0);
      assertThat(vitals.oxygenSaturation()).isBetween(0.0, 100.0);
      assertThat(vitals.systolicBloodPressure()).isBetween(0.0, 350.0);
      assertThat(vitals.diastolicBloodPressure()).isLessThan(vitals.systolicBloodPressure());
      assertThat(vitals.pulse()).isBetween(0.0, 350.0);
      assertThat(vitals.temperature()).isBetween(10.0, 50.0);
    }
  }

  @Test
  void aSepticPatientGetsWorseWithinThreeMinutesAndSettlesWithinTwelve() {
    Scenario sepsis = Scenario.named("sepsis");
    assertThat(sepsis.at(2.5).respirationRate()).isGreaterThanOrEqualTo(25);
    assertThat(sepsis.at(2.5).consciousness()).isEqualTo("CONFUSION");
    assertThat(sepsis.at(12).respirationRate()).isLessThanOrEqualTo(20);
  }

  @Test
  void betweenTwoWaypointsTheNumbersMoveInAStraightLine() {
    Vitals low = Scenario.named("stable").at(0);
    Vitals high = Scenario.named("stable").at(15);
    assertThat(Scenario.named("stable").at(7.5).pulse())
        .isEqualTo((low.pulse() + high.pulse()) / 2);
  }

  @Test
  void afterItsLastWaypointAScenarioStartsAgain() {
    assertThat(Scenario.named("stable").at(30)).isEqualTo(Scenario.named("stable").at(0));
  }

  @Test
  void anUnknownScenarioIsRefused() {
    assertThatThrownBy(() -> Scenario.named("zombie")).hasMessage("there is no scenario zombie");
  }

  @Test
  void aScenarioWithOneWaypointIsRefused() {
    Scenario.Waypoint start = new Scenario.Waypoint(0, Scenario.named("stable").at(0));
    assertThatThrownBy(() -> new Scenario("", List.of(start)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
