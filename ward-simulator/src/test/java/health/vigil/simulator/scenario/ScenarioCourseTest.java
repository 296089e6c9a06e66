package health.vigil.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.simulator.physiology.Patient;
import health.vigil.simulator.physiology.Vitals;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scenarios expect holds for many patients, by an independent table. */
class ScenarioCourseTest {
  private static final int PATIENTS = 120;

  static Stream<String> names() {
    return Scenarios.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyMinuteOfEveryPatientScoresAsTheScenarioExpects(String name) {
    Scenario scenario = Scenarios.of(name);
    for (long seed = 0; seed < PATIENTS; seed++) {
      Patient patient = scenario.patient(seed);
      for (int minute = 0; minute < scenario.minutes(); minute++) {
        Scored scored = scored(scenario, patient, minute);
        Optional<ExpectedScore> expected = scenario.expectedAt(minute);
        assertThat(expected.map(each -> each.deviations(scored)).stream().flatMap(d -> d.stream()))
            .as("%s, seed %d, minute %d", name, seed, minute)
            .isEmpty();
      }
    }
  }

  /** From MEDIUM or LOW_MEDIUM on the alert of NEWS2 is raised. */
  @ParameterizedTest
  @MethodSource("names")
  void everyPatientsFirstBreachLiesInTheMinutesInWhichTheAlertIsExpected(String name) {
    Scenario scenario = Scenarios.of(name);
    Optional<ExpectedAlert> alert =
        scenario.alerts().stream()
            .filter(each -> each.rule().equals("NEWS2") && !each.concernsNeighbour())
            .findFirst();
    for (long seed = 0; seed < PATIENTS; seed++) {
      Patient patient = scenario.patient(seed);
      Double first = null;
      Set<String> priorities = new HashSet<>();
      for (int minute = 0; minute < scenario.minutes(); minute++) {
        Band band = scored(scenario, patient, minute).band();
        if (band != null && band != Band.LOW) {
          first = first == null ? Double.valueOf(minute) : first;
          priorities.add(band == Band.HIGH ? "HIGH" : "MEDIUM");
        }
      }
      assertThat(first == null).as("%s, seed %d", name, seed).isEqualTo(alert.isEmpty());
      if (first != null) {
        assertThat(alert.get().raised().holds(first))
            .as("%s, seed %d, first breach at %s", name, seed, first)
            .isTrue();
        assertThat(priorities.contains("HIGH"))
            .as("%s, seed %d", name, seed)
            .isEqualTo(alert.get().priority().equals("HIGH"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void noExpectationLiesBeyondTheEnd(String name) {
    Scenario scenario = Scenarios.of(name);
    assertThat(scenario.expected())
        .allSatisfy(
            each -> assertThat(each.minutes().to()).isLessThanOrEqualTo(scenario.minutes()));
    assertThat(scenario.alerts())
        .allSatisfy(each -> assertThat(each.raised().to()).isLessThanOrEqualTo(scenario.minutes()));
  }

  private static Scored scored(Scenario scenario, Patient patient, int minute) {
    Vitals vitals = patient.at(minute);
    Plan plan = scenario.plan();
    Set<String> missing = scenario.troubleAt(minute).map(DeviceTrouble::fields).orElse(Set.of());
    return News2.score(vitals, plan == null ? 1 : plan.spo2Scale(), missing);
  }
}
