package health.vigil.monitoring.score;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.well;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import org.junit.jupiter.api.Test;

/** Mistakes met in public implementations of NEWS2; none is made here. */
class KnownMistakesTest {
  @Test
  void zeroIsAValue() {
    Score score = scale1(well().respirationRate("0").pulse("0").set());

    assertThat(score.complete()).isTrue();
    assertThat(score.parameters())
        .containsEntry(Vital.RESPIRATION_RATE, 3)
        .containsEntry(Vital.PULSE, 3);
    assertThat(score.total()).isEqualTo(6);
  }

  @Test
  void temperatureIsRoundedBeforeItIsComparedWithABand() {
    assertThat(scale1(well().temperature("36.0999984").set()).total()).isZero();
    assertThat(scale1(well().temperature("35.05").set()).total()).isEqualTo(1);
    assertThat(scale1(well().temperature("38.04").set()).total()).isZero();
  }

  @Test
  void onAirScale2DoesNotPunishAGoodSaturation() {
    Score score = scale2(well().oxygenSaturation("99").onAir().set());

    assertThat(score.parameters()).containsEntry(Vital.OXYGEN_SATURATION, 0);
    assertThat(score.total()).isZero();
  }

  @Test
  void onScale2AGoodSaturationIsNotJudgedWhileOxygenIsUnknown() {
    Score score = scale2(well().oxygenSaturation("93").without(Vital.SUPPLEMENTAL_OXYGEN).set());

    assertThat(score.missing()).containsExactly(Vital.OXYGEN_SATURATION, Vital.SUPPLEMENTAL_OXYGEN);
    assertThat(score.complete()).isFalse();
  }

  @Test
  void aSingle3IsNotLow() {
    assertThat(scale1(well().consciousness(Consciousness.CONFUSION).set()).band())
        .isEqualTo(Band.LOW_MEDIUM);
    assertThat(scale1(well().pulse("131").temperature("38.5").set()).band())
        .isEqualTo(Band.LOW_MEDIUM);
  }

  @Test
  void aTotalOf3InSeveralParametersIsLow() {
    Score score = scale1(well().pulse("95").temperature("38.5").respirationRate("10").set());

    assertThat(score.total()).isEqualTo(3);
    assertThat(score.band()).isEqualTo(Band.LOW);
  }

  @Test
  void anIncompleteSetShowsNoTotalAndHidesNoDanger() {
    Score nothingKnown = scale1(nothing().temperature("37").set());
    assertThat(nothingKnown.total()).isNull();
    assertThat(nothingKnown.band()).isNull();
    assertThat(nothingKnown.atLeast()).isNull();

    assertThat(scale1(nothing().pulse("131").set()).atLeast()).isEqualTo(Band.LOW_MEDIUM);
    assertThat(scale1(nothing().pulse("131").respirationRate("22").set()).atLeast())
        .isEqualTo(Band.MEDIUM);
    assertThat(scale1(nothing().pulse("131").respirationRate("25").systolic("110").set()).atLeast())
        .isEqualTo(Band.HIGH);
  }

  @Test
  void systolic105ScoresOne() {
    assertThat(scale1(well().systolic("105").set()).total()).isEqualTo(1);
  }

  @Test
  void diastolicPressureHasNoPartInIt() {
    assertThat(scale1(well().without(Vital.DIASTOLIC_BLOOD_PRESSURE).set()).complete()).isTrue();
    assertThat(scale1(well().diastolic("20").set()).total()).isZero();
  }

  @Test
  void aScoreNamesItsTableAndDecisions() {
    Score score = scale2(well().set());

    assertThat(score.system()).isEqualTo("NEWS2");
    assertThat(score.version()).isEqualTo("2017");
    assertThat(score.decisions()).isEqualTo("1");
    assertThat(score.spo2Scale()).isEqualTo(OxygenSaturationScale.SCALE_2);
  }

  private static Score scale1(VitalSigns set) {
    return News2.score(set, OxygenSaturationScale.SCALE_1);
  }

  private static Score scale2(VitalSigns set) {
    return News2.score(set, OxygenSaturationScale.SCALE_2);
  }
}
