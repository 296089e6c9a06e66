package health.vigil.monitoring.score;

import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words for what gave a sub-score, held against the chart of 2017. */
class CellsTest {
  /** The chart's rows, written down once more by hand: "sub-score: cell" in ascending order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RESPIRATION_RATE        | 3: 8 or less; 1: 9 to 11; 0: 12 to 20; 2: 21 to 24; 3: 25 or more
          SUPPLEMENTAL_OXYGEN     | 2: oxygen; 0: air
          SYSTOLIC_BLOOD_PRESSURE | 3: 90 or less; 2: 91 to 100; 1: 101 to 110; 0: 111 to 219; 3: 220 or more
          PULSE                   | 3: 40 or less; 1: 41 to 50; 0: 51 to 90; 1: 91 to 110; 2: 111 to 130; 3: 131 or more
          CONSCIOUSNESS           | 0: alert; 3: new confusion, voice, pain, unresponsive
          TEMPERATURE             | 3: 35.0 or less; 1: 35.1 to 36.0; 0: 36.1 to 38.0; 1: 38.1 to 39.0; 2: 39.1 or more
          """)
  void areThoseOfTheChart(Vital parameter, String chart) {
    assertThat(inWords(parameter, "")).isEqualTo(chart);
  }

  @Test
  void areThoseOfTheChartOnEachScale() {
    assertThat(inWords(Vital.OXYGEN_SATURATION, "scale 1"))
        .isEqualTo("3: 91 or less; 2: 92 to 93; 1: 94 to 95; 0: 96 or more");
    assertThat(inWords(Vital.OXYGEN_SATURATION, "scale 2"))
        .isEqualTo(
            "3: 83 or less; 2: 84 to 85; 1: 86 to 87; 0: 88 to 92; 0: 93 or more on air;"
                + " 1: 93 to 94 on oxygen; 2: 95 to 96 on oxygen; 3: 97 or more on oxygen");
  }

  /** So that the name of a rule can not say anything else than what it tests. */
  @Test
  void everyRuleIsNamedByItsCell() {
    assertThat(News2Table.RULES)
        .allSatisfy(rule -> assertThat(rule.name()).endsWith(rule.condition().inWords()));
  }

  @ParameterizedTest
  @EnumSource(OxygenSaturationScale.class)
  void sayWhatTheScoreSays(OxygenSaturationScale scale) {
    List<VitalSigns> sets =
        List.of(
            VitalSignsFixture.scoring20(),
            VitalSignsFixture.scoring5(),
            well().oxygenSaturation("95").onOxygen().without(Vital.PULSE).set(),
            VitalSignsFixture.nothing().set());
    assertThat(sets)
        .allSatisfy(
            set ->
                assertThat(
                        News2.cells(set, scale).stream()
                            .collect(Collectors.toMap(SubScore::parameter, SubScore::score)))
                    .isEqualTo(News2.score(set, scale).parameters()));
  }

  @Test
  void tellTheValueThatWasRead() {
    SubScore temperature =
        News2.cells(well().temperature("36.0999984").set(), OxygenSaturationScale.SCALE_1).get(6);

    assertThat(temperature)
        .isEqualTo(new SubScore(Vital.TEMPERATURE, 0, "36.1 to 38.0", new BigDecimal("36.1")));
    assertThat(
            News2.cells(
                    well().consciousness(Consciousness.VOICE).set(), OxygenSaturationScale.SCALE_1)
                .get(5))
        .isEqualTo(
            new SubScore(Vital.CONSCIOUSNESS, 3, "new confusion, voice, pain, unresponsive", null));
  }

  @ParameterizedTest
  @CsvSource({
    "LOW, 0 to 4",
    "LOW_MEDIUM, '3 in one parameter, total below 5'",
    "MEDIUM, 5 to 6",
    "HIGH, 7 or more"
  })
  void haveTheThresholdsOfTheStandard(Band band, String threshold) {
    assertThat(News2.threshold(band)).isEqualTo(threshold);
  }

  private static String inWords(Vital parameter, String scale) {
    return News2Table.RULES.stream()
        .filter(rule -> rule.parameter() == parameter && rule.name().startsWith(scale))
        .map(rule -> rule.subScore() + ": " + rule.condition().inWords())
        .collect(Collectors.joining("; "));
  }
}
