package health.vigil.monitoring.score;

import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every edge of the chart of 2017, each with its neighbours. */
class News2TableTest {
  @ParameterizedTest(name = "respiration rate {0} scores {1}")
  @CsvSource({
    "0, 3",
    "1, 3",
    "7, 3",
    "8, 3",
    "8.4, 3",
    "8.49, 3",
    "8.5, 1",
    "9, 1",
    "10, 1",
    "11, 1",
    "11.49, 1",
    "11.5, 0",
    "12, 0",
    "13, 0",
    "19, 0",
    "20, 0",
    "20.49, 0",
    "20.5, 2",
    "21, 2",
    "22, 2",
    "23, 2",
    "24, 2",
    "24.49, 2",
    "24.5, 3",
    "25, 3",
    "26, 3",
    "60, 3",
    "120, 3"
  })
  void respirationRate(String value, int subScore) {
    assertThat(subScore(Vital.RESPIRATION_RATE, value)).isEqualTo(subScore);
  }

  @ParameterizedTest(name = "saturation {0} on scale 1 scores {1}")
  @CsvSource({
    "0, 3", "50, 3", "90, 3", "91, 3", "91.49, 3", "91.5, 2", "92, 2", "93, 2", "93.49, 2",
    "93.5, 1", "94, 1", "95, 1", "95.49, 1", "95.5, 0", "96, 0", "97, 0", "99, 0", "100, 0"
  })
  void saturationOnScale1(String value, int subScore) {
    VitalSigns onAir = well().oxygenSaturation(value).onAir().set();
    VitalSigns onOxygen = well().oxygenSaturation(value).onOxygen().set();
    VitalSigns unknown = well().oxygenSaturation(value).without(Vital.SUPPLEMENTAL_OXYGEN).set();

    assertThat(saturation(onAir, OxygenSaturationScale.SCALE_1)).isEqualTo(subScore);
    assertThat(saturation(onOxygen, OxygenSaturationScale.SCALE_1)).isEqualTo(subScore);
    assertThat(saturation(unknown, OxygenSaturationScale.SCALE_1)).isEqualTo(subScore);
  }

  @ParameterizedTest(name = "saturation {0} on scale 2 scores {1} on air, {2} on oxygen, {3} else")
  @CsvSource({
    "0, 3, 3, 3",
    "82, 3, 3, 3",
    "83, 3, 3, 3",
    "83.49, 3, 3, 3",
    "83.5, 2, 2, 2",
    "84, 2, 2, 2",
    "85, 2, 2, 2",
    "85.49, 2, 2, 2",
    "85.5, 1, 1, 1",
    "86, 1, 1, 1",
    "87, 1, 1, 1",
    "87.49, 1, 1, 1",
    "87.5, 0, 0, 0",
    "88, 0, 0, 0",
    "89, 0, 0, 0",
    "91, 0, 0, 0",
    "92, 0, 0, 0",
    "92.49, 0, 0, 0",
    "92.5, 0, 1,",
    "93, 0, 1,",
    "94, 0, 1,",
    "94.49, 0, 1,",
    "94.5, 0, 2,",
    "95, 0, 2,",
    "96, 0, 2,",
    "96.49, 0, 2,",
    "96.5, 0, 3,",
    "97, 0, 3,",
    "98, 0, 3,",
    "100, 0, 3,"
  })
  void saturationOnScale2(String value, int onAir, int onOxygen, @Nullable Integer oxygenUnknown) {
    VitalSignsFixture set = well().oxygenSaturation(value);

    assertThat(saturation(set.onAir().set(), OxygenSaturationScale.SCALE_2)).isEqualTo(onAir);
    assertThat(saturation(set.onOxygen().set(), OxygenSaturationScale.SCALE_2)).isEqualTo(onOxygen);
    assertThat(
            saturation(set.without(Vital.SUPPLEMENTAL_OXYGEN).set(), OxygenSaturationScale.SCALE_2))
        .isEqualTo(oxygenUnknown);
  }

  @ParameterizedTest(name = "systolic blood pressure {0} scores {1}")
  @CsvSource({
    "0, 3",
    "60, 3",
    "89, 3",
    "90, 3",
    "90.49, 3",
    "90.5, 2",
    "91, 2",
    "92, 2",
    "99, 2",
    "100, 2",
    "100.49, 2",
    "100.5, 1",
    "101, 1",
    "105, 1",
    "109, 1",
    "110, 1",
    "110.49, 1",
    "110.5, 0",
    "111, 0",
    "112, 0",
    "218, 0",
    "219, 0",
    "219.49, 0",
    "219.5, 3",
    "220, 3",
    "221, 3",
    "350, 3"
  })
  void systolicBloodPressure(String value, int subScore) {
    assertThat(subScore(Vital.SYSTOLIC_BLOOD_PRESSURE, value)).isEqualTo(subScore);
  }

  @ParameterizedTest(name = "pulse {0} scores {1}")
  @CsvSource({
    "0, 3",
    "1, 3",
    "39, 3",
    "40, 3",
    "40.49, 3",
    "40.5, 1",
    "41, 1",
    "42, 1",
    "49, 1",
    "50, 1",
    "50.49, 1",
    "50.5, 0",
    "51, 0",
    "52, 0",
    "89, 0",
    "90, 0",
    "90.49, 0",
    "90.5, 1",
    "91, 1",
    "109, 1",
    "110, 1",
    "110.49, 1",
    "110.5, 2",
    "111, 2",
    "129, 2",
    "130, 2",
    "130.49, 2",
    "130.5, 3",
    "131, 3",
    "132, 3",
    "350, 3"
  })
  void pulse(String value, int subScore) {
    assertThat(subScore(Vital.PULSE, value)).isEqualTo(subScore);
  }

  @ParameterizedTest(name = "temperature {0} scores {1}")
  @CsvSource({
    "10.0, 3", "34.9, 3", "35.0, 3", "35, 3", "35.04, 3", "35.0499999, 3", "35.05, 1",
    "35.1, 1", "35.2, 1", "35.9, 1", "36.0, 1", "36.04, 1", "36.0499999, 1", "36.05, 0",
    "36.0999984, 0", "36.1, 0", "36.2, 0", "37, 0", "37.9, 0", "38.0, 0", "38.04, 0",
    "38.0499999, 0", "38.05, 1", "38.1, 1", "38.9, 1", "39.0, 1", "39.04, 1", "39.0499999, 1",
    "39.05, 2", "39.1, 2", "39.2, 2", "42.0, 2", "50.0, 2"
  })
  void temperature(String value, int subScore) {
    assertThat(subScore(Vital.TEMPERATURE, value)).isEqualTo(subScore);
  }

  @ParameterizedTest(name = "{0} scores {1}")
  @CsvSource({"ALERT, 0", "CONFUSION, 3", "VOICE, 3", "PAIN, 3", "UNRESPONSIVE, 3"})
  void consciousness(Consciousness level, int subScore) {
    Score score = score(well().consciousness(level).set());

    assertThat(score.parameters()).containsEntry(Vital.CONSCIOUSNESS, subScore);
  }

  @ParameterizedTest(name = "stated {0}, flow {1}: {2}")
  @CsvSource({
    "true,, 2",
    "false,, 0",
    "true, 2, 2",
    "true, 0, 2",
    "false, 0, 0",
    ", 0, 0",
    ", 0.0, 0",
    ", 0.5, 2",
    ", 15, 2",
    ",,"
  })
  void supplementalOxygen(
      @Nullable Boolean stated, @Nullable String flow, @Nullable Integer subScore) {
    VitalSignsFixture set = well();
    if (stated == null) {
      set.without(Vital.SUPPLEMENTAL_OXYGEN);
    } else if (stated) {
      set.onOxygen();
    }
    if (flow != null) {
      set.flow(flow);
    }

    assertThat(score(set.set()).parameters().get(Vital.SUPPLEMENTAL_OXYGEN)).isEqualTo(subScore);
  }

  private static @Nullable Integer subScore(Vital vital, String value) {
    return score(well().with(vital, value).set()).parameters().get(vital);
  }

  private static @Nullable Integer saturation(VitalSigns set, OxygenSaturationScale scale) {
    return News2.score(set, scale).parameters().get(Vital.OXYGEN_SATURATION);
  }

  private static Score score(VitalSigns set) {
    return News2.score(set, OxygenSaturationScale.SCALE_1);
  }
}
