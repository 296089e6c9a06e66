package health.vigil.monitoring.budget;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.Limit;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.Scoring;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.NotMeasuredReason;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IngestBudgetTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final IngestBudget BUDGET = IngestBudget.STANDARD;

  @ParameterizedTest(name = "{0} s after the recorded one: {1}")
  @CsvSource({"-1,EARLIER", "0,", "59,", "60,WINDOW_OVER", "600,WINDOW_OVER"})
  void aRecordedReadingStandsForAMinute(int seconds, Novelty novelty) {
    VitalSigns well = monitor().set();

    assertThat(BUDGET.novelty(at(0, well), at(seconds, well), MonitoringPlan.STANDARD))
        .isEqualTo(Optional.ofNullable(novelty));
  }

  @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
  @CsvSource({
    "PULSE,72,82,",
    "PULSE,72,62,",
    "PULSE,72,82.1,VALUE",
    "PULSE,89,91,SUB_SCORE",
    "PULSE,90.4,90.5,SUB_SCORE",
    "PULSE,91,90,SUB_SCORE",
    "RESPIRATION_RATE,14,16,",
    "RESPIRATION_RATE,14,17,VALUE",
    "RESPIRATION_RATE,20,21,SUB_SCORE",
    "OXYGEN_SATURATION,99,97,",
    "OXYGEN_SATURATION,100,97,VALUE",
    "OXYGEN_SATURATION,96,95,SUB_SCORE",
    "SYSTOLIC_BLOOD_PRESSURE,120,130,",
    "SYSTOLIC_BLOOD_PRESSURE,120,131,VALUE",
    "SYSTOLIC_BLOOD_PRESSURE,111,110,SUB_SCORE",
    "DIASTOLIC_BLOOD_PRESSURE,75,85,",
    "DIASTOLIC_BLOOD_PRESSURE,75,64,VALUE",
    "TEMPERATURE,36.8,37.1,",
    "TEMPERATURE,36.8,37.11,VALUE",
    "TEMPERATURE,38.0,38.1,SUB_SCORE",
    "TEMPERATURE,38.0,38.04,"
  })
  void whatAValueMayDifferBy(Vital vital, String recorded, String next, Novelty novelty) {
    assertThat(
            novelty(
                monitor().with(vital, recorded).set(),
                monitor().with(vital, next).set(),
                MonitoringPlan.STANDARD))
        .isEqualTo(novelty);
  }

  @ParameterizedTest(name = "{0} from {1} to {2} within {3}..{4}: {5}")
  @CsvSource({
    "PULSE,79,80,60,80,",
    "PULSE,80,81,60,80,LIMIT",
    "PULSE,81,80,60,80,LIMIT",
    "PULSE,60,59.9,60,80,LIMIT",
    "PULSE,81,85,60,80,",
    "PULSE,61,55,60,,LIMIT",
    "TEMPERATURE,37.5,37.6,,37.55,LIMIT"
  })
  void aLimitOfThePlanIsCrossed(
      Vital vital, String recorded, String next, String low, String high, Novelty novelty) {
    assertThat(
            novelty(
                monitor().with(vital, recorded).set(),
                monitor().with(vital, next).set(),
                limited(vital, low, high)))
        .isEqualTo(novelty);
  }

  @Test
  void thePlansScaleDecides() {
    VitalSigns low = monitor().oxygenSaturation("88").onAir().set();
    VitalSigns lower = monitor().oxygenSaturation("87").onAir().set();

    assertThat(novelty(low, lower, MonitoringPlan.STANDARD)).isNull();
    assertThat(novelty(low, lower, scale2())).isEqualTo(Novelty.SUB_SCORE);
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNotANumberMayNotDiffer(VitalSigns next) {
    VitalSigns recorded = monitor().consciousness(Consciousness.CONFUSION).onOxygen().set();

    assertThat(novelty(recorded, next, MonitoringPlan.STANDARD)).isEqualTo(Novelty.OTHER_FIELDS);
    assertThat(novelty(next, recorded, MonitoringPlan.STANDARD)).isEqualTo(Novelty.OTHER_FIELDS);
  }

  static Stream<Arguments> whatIsNotANumberMayNotDiffer() {
    return Stream.of(
            monitor().consciousness(Consciousness.VOICE).onOxygen(),
            monitor().consciousness(Consciousness.CONFUSION),
            monitor().consciousness(Consciousness.CONFUSION).onAir(),
            monitor().consciousness(Consciousness.CONFUSION).onOxygen().flow("2"),
            monitor().consciousness(Consciousness.CONFUSION).onOxygen().oxygenDevice("MASK"),
            monitor().onOxygen(),
            monitor().consciousness(Consciousness.CONFUSION).onOxygen().without(Vital.PULSE),
            monitor().consciousness(Consciousness.CONFUSION).onOxygen().temperature("37"),
            monitor()
                .consciousness(Consciousness.CONFUSION)
                .onOxygen()
                .notMeasured(Vital.TEMPERATURE, NotMeasuredReason.DEVICE_FAULT))
        .map(VitalSignsFixture::set)
        .map(Arguments::of);
  }

  @Test
  void withNoWindowNothingIsMerged() {
    IngestBudget none = new IngestBudget(Duration.ZERO, Deadbands.STANDARD);
    VitalSigns well = monitor().set();

    assertThat(none.novelty(at(0, well), at(0, well), MonitoringPlan.STANDARD))
        .contains(Novelty.WINDOW_OVER);
  }

  @Test
  void withNoDeadbandNoValueMayDiffer() {
    IngestBudget exact = new IngestBudget(BUDGET.window(), new Deadbands(Map.of()));

    assertThat(
            exact.novelty(
                at(0, monitor().pulse("72").set()),
                at(1, monitor().pulse("72.1").set()),
                MonitoringPlan.STANDARD))
        .contains(Novelty.VALUE);
    assertThat(
            exact.novelty(
                at(0, monitor().pulse("72").set()),
                at(1, monitor().pulse("72.0").set()),
                MonitoringPlan.STANDARD))
        .isEmpty();
  }

  @Test
  void windowsAndDeadbandsAreNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IngestBudget(Duration.ofSeconds(-1), Deadbands.STANDARD));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadbands(Map.of(Vital.PULSE, BigDecimal.ONE.negate())));
  }

  /** What a bedside monitor measures. */
  private static VitalSignsFixture monitor() {
    return nothing()
        .respirationRate("16")
        .oxygenSaturation("97")
        .pulse("72")
        .systolic("120")
        .diastolic("75");
  }

  private static @Nullable Novelty novelty(
      VitalSigns recorded, VitalSigns next, MonitoringPlan plan) {
    return BUDGET.novelty(at(0, recorded), at(1, next), plan).orElse(null);
  }

  private static Reading at(int second, VitalSigns values) {
    return new Reading(values, NINE.plusSeconds(second));
  }

  private static MonitoringPlan scale2() {
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_2, Scoring.NEWS2, null, Map.of(), null, "hypercapnic failure");
  }

  private static MonitoringPlan limited(Vital vital, @Nullable String low, @Nullable String high) {
    Limit limit =
        new Limit(
            low == null ? null : new BigDecimal(low), high == null ? null : new BigDecimal(high));
    return new MonitoringPlan(
        OxygenSaturationScale.SCALE_1, Scoring.NEWS2, null, Map.of(vital, limit), null, null);
  }
}
