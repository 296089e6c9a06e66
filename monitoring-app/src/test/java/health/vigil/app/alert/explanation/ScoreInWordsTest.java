package health.vigil.app.alert.explanation;

import static health.vigil.app.alert.explanation.LogOfAda.values;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.monitoring.NotScored;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreInWordsTest {
  /** Each cell of the chart that scores, by a value of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          respirationRate       | 0     | Respiration rate 0 /min scores 3 (8 or less).
          respirationRate       | 8     | Respiration rate 8 /min scores 3 (8 or less).
          respirationRate       | 11    | Respiration rate 11 /min scores 1 (9 to 11).
          respirationRate       | 21    | Respiration rate 21 /min scores 2 (21 to 24).
          respirationRate       | 25    | Respiration rate 25 /min scores 3 (25 or more).
          respirationRate       | 24.5  | Respiration rate 24.5 /min (read as 25 /min) scores 3 (25 or more).
          oxygenSaturation      | 91    | Oxygen saturation 91 % scores 3 on scale 1 (91 or less).
          oxygenSaturation      | 92    | Oxygen saturation 92 % scores 2 on scale 1 (92 to 93).
          oxygenSaturation      | 95    | Oxygen saturation 95 % scores 1 on scale 1 (94 to 95).
          systolicBloodPressure | 90    | Systolic blood pressure 90 mmHg scores 3 (90 or less).
          systolicBloodPressure | 100   | Systolic blood pressure 100 mmHg scores 2 (91 to 100).
          systolicBloodPressure | 105   | Systolic blood pressure 105 mmHg scores 1 (101 to 110).
          systolicBloodPressure | 220   | Systolic blood pressure 220 mmHg scores 3 (220 or more).
          pulse                 | 40    | Pulse 40 /min scores 3 (40 or less).
          pulse                 | 41    | Pulse 41 /min scores 1 (41 to 50).
          pulse                 | 91    | Pulse 91 /min scores 1 (91 to 110).
          pulse                 | 111   | Pulse 111 /min scores 2 (111 to 130).
          pulse                 | 131   | Pulse 131 /min scores 3 (131 or more).
          temperature           | 35.0  | Temperature 35.0 °C scores 3 (35.0 or less).
          temperature           | 36.0  | Temperature 36.0 °C scores 1 (35.1 to 36.0).
          temperature           | 38.06 | Temperature 38.06 °C (read as 38.1 °C) scores 1 (38.1 to 39.0).
          temperature           | 39.1  | Temperature 39.1 °C scores 2 (39.1 or more).
          """)
  void whatScoresIsToldWithItsCell(String field, BigDecimal value, String sentence) {
    assertThat(parts(values(field, value)).get(0)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          83 | false | Oxygen saturation 83 % scores 3 on scale 2 (83 or less).
          85 | false | Oxygen saturation 85 % scores 2 on scale 2 (84 to 85).
          86 | true  | Oxygen saturation 86 % scores 1 on scale 2 (86 to 87).
          94 | true  | Oxygen saturation 94 % scores 1 on scale 2 (93 to 94 on oxygen).
          95 | true  | Oxygen saturation 95 % scores 2 on scale 2 (95 to 96 on oxygen).
          97 | true  | Oxygen saturation 97 % scores 3 on scale 2 (97 or more on oxygen).
          """)
  void onScale2TheCellSaysSo(BigDecimal saturation, boolean oxygen, String sentence) {
    assertThat(parts2(values("oxygenSaturation", saturation, "supplementalOxygen", oxygen)))
        .contains(sentence);
  }

  @Test
  void highSaturationOnAirScoresNothingOnScale2() {
    assertThat(parts2(values("oxygenSaturation", 99)))
        .containsExactly(
            "Respiration rate 16 /min, oxygen saturation 99 %, breathing air, systolic blood"
                + " pressure 120 mmHg, pulse 72 /min, consciousness: alert and temperature 36.8 °C"
                + " score 0.");
  }

  @ParameterizedTest
  @CsvSource({
    "CONFUSION, new confusion",
    "VOICE, voice",
    "PAIN, pain",
    "UNRESPONSIVE, unresponsive"
  })
  void aLevelOfConsciousnessIsTold(String level, String inWords) {
    assertThat(parts(values("consciousness", level)).get(0))
        .isEqualTo(
            "Consciousness: " + inWords + " scores 3 (new confusion, voice, pain, unresponsive).");
  }

  @Test
  void whatScoresMostComesFirst() {
    List<String> parts =
        parts(values("respirationRate", 22, "pulse", 135, "supplementalOxygen", true));

    assertThat(parts.subList(0, 3))
        .containsExactly(
            "Pulse 135 /min scores 3 (131 or more).",
            "Respiration rate 22 /min scores 2 (21 to 24).",
            "Breathing oxygen scores 2.");
  }

  @Test
  void whatIsMissingIsToldWithItsReason() {
    VitalSigns values =
        values("temperature", null, "pulse", null, "notMeasured", Map.of("TEMPERATURE", "REFUSED"));

    assertThat(parts(values))
        .endsWith(
            "Pulse is missing, so there is no total.",
            "Temperature is missing (refused), so there is no total.");
  }

  @Test
  void saturationWithoutAnyWordOfOxygenIsNotMissingButUnscored() {
    assertThat(parts2(values("supplementalOxygen", null, "oxygenSaturation", 95)))
        .contains(
            "Oxygen saturation 95 % has no score: nobody knows whether on air or on oxygen.",
            "Supplemental oxygen is missing, so there is no total.");
  }

  @Test
  void aScoreByAnotherTableIsToldWithoutTodaysCells() {
    Score score = News2.score(values("pulse", 135), OxygenSaturationScale.SCALE_1);
    Score other =
        new Score(
            "NEWS2",
            "2031",
            "1",
            score.spo2Scale(),
            true,
            score.total(),
            score.band(),
            score.parameters(),
            List.of(),
            null);

    assertThat(ScoreInWords.parts(values("pulse", 135), other).get(0).text())
        .isEqualTo("Pulse 135 /min scores 3.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          16   | 72  | scores 0 by NEWS2: LOW (0 to 4)
          25   | 72  | scores 3 by NEWS2: LOW_MEDIUM (3 in one parameter, total below 5)
          25   | 115 | scores 5 by NEWS2: MEDIUM (5 to 6)
          25   | 135 | scores 6 by NEWS2: MEDIUM (5 to 6)
          25   | null | is incomplete; what was measured adds up to 3 by NEWS2: at least LOW_MEDIUM (3 in one parameter)
          16   | null | is incomplete; what was measured adds up to 0 by NEWS2
          """)
  void theWholeIsTold(BigDecimal respiration, @Nullable BigDecimal pulse, String text) {
    VitalSigns values = values("respirationRate", respiration, "pulse", pulse);

    assertThat(whole(values)).isEqualTo(text);
  }

  @Test
  void aLowerBoundIsTold() {
    assertThat(
            whole(
                values(
                    "respirationRate",
                    28,
                    "oxygenSaturation",
                    90,
                    "pulse",
                    92,
                    "temperature",
                    null)))
        .isEqualTo(
            "is incomplete; what was measured adds up to 7 by NEWS2: at least HIGH (7 or more)");
  }

  /** What is missing may make it more. */
  @Test
  void theUpperBoundOfALowerBoundIsNotTold() {
    assertThat(whole(values("respirationRate", 28, "oxygenSaturation", 92, "pulse", null)))
        .isEqualTo(
            "is incomplete; what was measured adds up to 5 by NEWS2: at least MEDIUM (5 or more)");
  }

  /** Unrounded, 38.04 would stand beyond the bound. */
  @Test
  void whatScoresNothingIsToldAsItWasRead() {
    assertThat(parts(values("temperature", 38.04)))
        .singleElement()
        .asString()
        .contains("temperature 38.04 °C (read as 38.0 °C) score 0.");
  }

  @Test
  void whyThereIsNoScoreIsTold() {
    assertThat(ScoreInWords.whole(null, NotScored.UNDER_16)).isEqualTo("is not scored: under 16");
    assertThat(ScoreInWords.whole(null, null)).isEqualTo("is not scored");
  }

  private static String whole(VitalSigns values) {
    return ScoreInWords.whole(News2.score(values, OxygenSaturationScale.SCALE_1), null);
  }

  private static List<String> parts(VitalSigns values) {
    return parts(values, OxygenSaturationScale.SCALE_1);
  }

  private static List<String> parts2(VitalSigns values) {
    return parts(values, OxygenSaturationScale.SCALE_2);
  }

  private static List<String> parts(VitalSigns values, OxygenSaturationScale scale) {
    return ScoreInWords.parts(values, News2.score(values, scale)).stream()
        .map(Statement::text)
        .toList();
  }
}
