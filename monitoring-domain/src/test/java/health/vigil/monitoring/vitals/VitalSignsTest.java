package health.vigil.monitoring.vitals;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.refusal.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalSignsTest {
  @ParameterizedTest(name = "{0} accepts {1} to {2}")
  @CsvSource({
    "RESPIRATION_RATE, 0, 120, -0.1, 120.1",
    "OXYGEN_SATURATION, 0, 100, -0.1, 100.1",
    "SYSTOLIC_BLOOD_PRESSURE, 0, 350, -1, 350.01",
    "DIASTOLIC_BLOOD_PRESSURE, 0, 300, -1, 300.01",
    "PULSE, 0, 350, -1, 351",
    "TEMPERATURE, 10.0, 50.0, 9.99, 50.01"
  })
  void limitsAreThoseOfPhysiology(
      Vital vital, String lowest, String highest, String below, String above) {
    assertThat(well().with(vital, lowest).set().number(vital)).isEqualByComparingTo(lowest);
    assertThat(well().with(vital, highest).set().number(vital)).isEqualByComparingTo(highest);
    assertRefused(vital, below);
    assertRefused(vital, above);
  }

  @Test
  void aValueIsKeptAsItWasMeasured() {
    assertThat(well().temperature("36.0999984").set().number(Vital.TEMPERATURE))
        .isEqualTo(new BigDecimal("36.0999984"));
    assertThat(well().temperature("36.60").set().number(Vital.TEMPERATURE))
        .isEqualTo(new BigDecimal("36.60"));
  }

  /** Rounding one with a billion decimals would take the memory of the machine. */
  @Test
  void aNumberWithEndlessDecimalsIsRefused() {
    assertRefused(Vital.PULSE, "1E-1000000000");
    assertThat(well().temperature("36.599998474121094").set()).isNotNull();
  }

  @Test
  void oxygenFlowHasLimitsToo() {
    assertThatThrownBy(() -> well().flow("100.1")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> well().flow("-1")).isInstanceOf(Refusal.class);
  }

  @Test
  void airWithAFlowIsAContradiction() {
    assertThatThrownBy(() -> well().onAir().flow("2").set())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.errors())
                    .extracting(Refusal.FieldError::field)
                    .containsExactly("supplementalOxygen"));
    assertThat(well().onAir().flow("0").set().onOxygen()).isFalse();
  }

  @Test
  void theCodeOfAnOxygenDeviceIsShort() {
    assertThat(well().oxygenDevice("NASAL_CANNULA").set().oxygenDevice()).hasSize(13);
    assertThatThrownBy(() -> well().oxygenDevice("X".repeat(41)).set()).isInstanceOf(Refusal.class);
  }

  @Test
  void oxygenFollowsFromTheFlowWhereItIsNotStated() {
    assertThat(well().flowOnly("2").set().onOxygen()).isTrue();
    assertThat(well().flowOnly("0").set().onOxygen()).isFalse();
    assertThat(nothing().set().onOxygen()).isNull();
    assertThat(well().onOxygen().flow("0").set().onOxygen()).isTrue();
  }

  @Test
  void mapsOfASetFollowTheOrderOfTheVitalSigns() {
    Map<Vital, NotMeasuredReason> reasons =
        well()
            .notMeasured(Vital.TEMPERATURE, NotMeasuredReason.REFUSED)
            .notMeasured(Vital.PULSE, NotMeasuredReason.UNABLE)
            .notMeasured(Vital.RESPIRATION_RATE, NotMeasuredReason.NOT_DONE)
            .set()
            .notMeasured();

    assertThat(reasons.keySet())
        .containsExactly(Vital.RESPIRATION_RATE, Vital.PULSE, Vital.TEMPERATURE);
    assertThatThrownBy(reasons::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void namesAreThoseOfTheApi() {
    assertThat(Arrays.stream(Vital.values()).map(Vital::fieldName))
        .containsExactly(
            "respirationRate",
            "oxygenSaturation",
            "supplementalOxygen",
            "systolicBloodPressure",
            "diastolicBloodPressure",
            "pulse",
            "consciousness",
            "temperature");
  }

  private static void assertRefused(Vital vital, String value) {
    String accepted = Objects.requireNonNull(vital.range()).accepted();
    assertThatThrownBy(() -> well().with(vital, value))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
              assertThat(refusal.errors())
                  .containsExactly(new Refusal.FieldError(vital.fieldName(), accepted));
            });
  }
}
