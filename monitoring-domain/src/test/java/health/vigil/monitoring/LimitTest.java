package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import health.vigil.fixture.Outcome;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan's own limits beside the score. */
class LimitTest {
  private static final BreachRule PULSE = BreachRule.limit(Vital.PULSE);

  private final AdasStay stay = AdasStay.begun();

  @Test
  void aValueOutsideTheLimitsBreachesAtMedium() {
    stay.planned(Plans.limits(Vital.PULSE, "60", "80"), 0, "09:10");

    BreachBegan began =
        stay.measured("a", well().pulse("81").set(), "09:30").event(BreachBegan.class);

    assertThat(began.rule()).isEqualTo(PULSE).hasToString("LIMIT_PULSE");
    assertThat(began.level()).isEqualTo(Band.MEDIUM);
    assertThat(began.episode()).isEqualTo(1);
    assertThat(began.lowerBound()).isFalse();
  }

  @Test
  void theLimitsThemselvesAreWithin() {
    stay.planned(Plans.limits(Vital.PULSE, "60", "80"), 0, "09:10");

    assertThat(stay.measured("a", well().pulse("60").set(), "09:30").events()).hasSize(1);
    assertThat(stay.measured("b", well().pulse("80").set(), "09:31").events()).hasSize(1);
    assertThat(stay.measured("c", well().pulse("59.9").set(), "09:32").events()).hasSize(2);
  }

  @Test
  void oneSideIsEnough() {
    stay.planned(Plans.limits(Vital.OXYGEN_SATURATION, "96", null), 0, "09:10");

    assertThat(stay.measured("a", well().oxygenSaturation("95").set(), "09:30").events())
        .hasSize(2);
    assertThat(stay.measured("b", well().oxygenSaturation("100").set(), "09:31").events())
        .hasSize(2);
  }

  @Test
  void aValueWithinEndsItAndAMissingOneDoesNot() {
    stay.planned(Plans.limits(Vital.PULSE, "60", "80"), 0, "09:10");
    stay.measured("a", well().pulse("85").set(), "09:30");

    assertThat(stay.measured("b", well().without(Vital.PULSE).set(), "09:31").events()).hasSize(1);
    BreachEnded ended =
        stay.measured("c", nothing().pulse("70").set(), "09:32").event(BreachEnded.class);

    assertThat(ended.rule()).isEqualTo(PULSE);
    assertThat(ended.reason()).isEqualTo(BreachEnd.CLEARED);
  }

  @Test
  void eachRuleHasItsOwnEpisodes() {
    stay.planned(
        Plans.limits(
            Map.of(
                Vital.PULSE, Plans.limit(null, "80"),
                Vital.DIASTOLIC_BLOOD_PRESSURE, Plans.limit("60", null))),
        0,
        "09:10");
    stay.measured("a", well().pulse("85").set(), "09:30");
    stay.measured("b", scoring0(), "09:31");

    Outcome both = stay.measured("c", well().pulse("135").diastolic("50").set(), "09:32");

    assertThat(both.events().stream().filter(BreachBegan.class::isInstance))
        .extracting("rule.value", "episode")
        .containsExactly(
            tuple("NEWS2", 1), tuple("LIMIT_DIASTOLIC_BLOOD_PRESSURE", 1), tuple("LIMIT_PULSE", 2));
  }

  @Test
  void theyHoldWhileScoringIsOff() {
    stay.planned(
        new MonitoringPlan(
            Plans.scoringOff().spo2Scale(),
            Scoring.OFF,
            null,
            Map.of(Vital.PULSE, Plans.limit(null, "80")),
            null,
            "pregnancy"),
        0,
        "09:10");

    assertThat(
            stay.measured("a", well().pulse("140").set(), "09:30").event(BreachBegan.class).rule())
        .isEqualTo(PULSE);
  }
}
