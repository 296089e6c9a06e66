package health.vigil.monitoring.score;

import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Range;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No value within the physiological limits is left without a rule, and none has two. */
class News2CoverageTest {
  private static final BigDecimal STEP = new BigDecimal("0.01");

  @ParameterizedTest
  @EnumSource(OxygenSaturationScale.class)
  void everyValueWithinTheLimitsFitsExactlyOneRule(OxygenSaturationScale scale) {
    for (Vital vital : numericParameters()) {
      for (String value : values(Objects.requireNonNull(vital.range()))) {
        VitalSignsFixture set = well().with(vital, value);
        assertFitsOne(vital, new Reading(set.onAir().set(), scale), value);
        assertFitsOne(vital, new Reading(set.onOxygen().set(), scale), value);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OxygenSaturationScale.class)
  void everyLevelOfConsciousnessAndEveryWayOfBreathingFitsExactlyOneRule(
      OxygenSaturationScale scale) {
    for (Consciousness level : Consciousness.values()) {
      Reading reading = new Reading(well().consciousness(level).set(), scale);
      assertFitsOne(Vital.CONSCIOUSNESS, reading, level.name());
    }
    assertFitsOne(Vital.SUPPLEMENTAL_OXYGEN, new Reading(well().onAir().set(), scale), "air");
    assertFitsOne(Vital.SUPPLEMENTAL_OXYGEN, new Reading(well().onOxygen().set(), scale), "oxygen");
  }

  @ParameterizedTest
  @EnumSource(OxygenSaturationScale.class)
  void whatIsMissingFitsNoRule(OxygenSaturationScale scale) {
    Reading nothing = new Reading(VitalSignsFixture.nothing().set(), scale);

    assertThat(News2Table.RULES).noneMatch(rule -> rule.fits(nothing));
  }

  @Test
  void rulesHaveNamesOfTheirOwnAndSubScoresOfTheStandard() {
    assertThat(News2Table.RULES).extracting(TableRule::name).doesNotHaveDuplicates();
    assertThat(News2Table.RULES).extracting(TableRule::subScore).allMatch(s -> s >= 0 && s <= 3);
    assertThat(News2Table.RULES)
        .extracting(TableRule::parameter)
        .containsOnly(News2.PARAMETERS.toArray(Vital[]::new));
  }

  private static void assertFitsOne(Vital vital, Reading reading, String value) {
    long fitting =
        News2Table.RULES.stream()
            .filter(rule -> rule.parameter() == vital && rule.fits(reading))
            .count();
    assertThat(fitting).as("rules for %s %s, %s", vital, value, reading.scale()).isEqualTo(1);
  }

  private static List<Vital> numericParameters() {
    return News2.PARAMETERS.stream().filter(vital -> vital.range() != null).toList();
  }

  private static List<String> values(Range range) {
    List<String> values = new ArrayList<>();
    for (BigDecimal value = range.lowest().setScale(2);
        value.compareTo(range.highest()) <= 0;
        value = value.add(STEP)) {
      values.add(value.toPlainString());
    }
    return values;
  }

  /** A gap in the table is caught. */
  @Test
  void aTableWithOneRuleLessLeavesAGap() {
    Reading nine = new Reading(well().respirationRate("9").set(), OxygenSaturationScale.SCALE_1);
    Stream<TableRule> fewer =
        News2Table.RULES.stream().filter(rule -> !rule.name().equals("respiration rate 9 to 11"));

    assertThat(fewer.filter(rule -> rule.parameter() == Vital.RESPIRATION_RATE))
        .noneMatch(rule -> rule.fits(nine));
  }
}
