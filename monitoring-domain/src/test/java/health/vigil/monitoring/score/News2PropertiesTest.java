package health.vigil.monitoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.vitals.Consciousness;
import health.vigil.monitoring.vitals.Range;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set whatever it is. */
class News2PropertiesTest {
  @Property
  void aCompleteScoreIsTheSumOfItsSubScoresFrom0To20(
      @ForAll("complete") VitalSigns set, @ForAll OxygenSaturationScale scale) {
    Score score = News2.score(set, scale);

    assertThat(score.complete()).isTrue();
    assertThat(score.missing()).isEmpty();
    assertThat(score.atLeast()).isNull();
    assertThat(score.total()).isBetween(0, 20).isEqualTo(sum(score));
    assertThat(score.parameters().keySet()).containsExactlyElementsOf(inEnumOrder());
  }

  @Property
  void theBandFollowsTheTotalAndTheHighestSubScore(
      @ForAll("complete") VitalSigns set, @ForAll OxygenSaturationScale scale) {
    Score score = News2.score(set, scale);
    int total = Objects.requireNonNull(score.total());

    if (total >= 7) {
      assertThat(score.band()).isEqualTo(Band.HIGH);
    } else if (total >= 5) {
      assertThat(score.band()).isEqualTo(Band.MEDIUM);
    } else {
      boolean three = score.parameters().containsValue(3);
      assertThat(score.band()).isEqualTo(three ? Band.LOW_MEDIUM : Band.LOW);
    }
  }

  @Property
  void anIncompleteScoreShowsNoTotalAndNoBandAndNamesWhatIsMissing(
      @ForAll("complete") VitalSigns set,
      @ForAll OxygenSaturationScale scale,
      @ForAll("someParameters") Set<Vital> missing) {
    Score score = News2.score(without(set, missing), scale);

    assertThat(score.complete()).isFalse();
    assertThat(score.total()).isNull();
    assertThat(score.band()).isNull();
    assertThat(score.missing()).containsAll(missing);
    assertThat(score.parameters().keySet()).doesNotContainAnyElementsOf(score.missing());
    assertThat(score.parameters().size() + score.missing().size()).isEqualTo(7);
  }

  /** What is missing can only make it worse. */
  @Property
  void aLowerBoundIsNeverAboveTheBandOfTheWholeSet(
      @ForAll("complete") VitalSigns set,
      @ForAll OxygenSaturationScale scale,
      @ForAll("someParameters") Set<Vital> missing) {
    Band whole = Objects.requireNonNull(News2.score(set, scale).band());
    Band lowerBound = News2.score(without(set, missing), scale).atLeast();

    assertThat(lowerBound == null || lowerBound.compareTo(whole) <= 0).isTrue();
    assertThat(lowerBound).isNotEqualTo(Band.LOW);
  }

  @Property
  void worseNeverLowersTheBand(
      @ForAll("complete") VitalSigns set,
      @ForAll OxygenSaturationScale scale,
      @ForAll Consciousness worse) {
    Band before = Objects.requireNonNull(News2.score(alert(set), scale).band());
    Band after = Objects.requireNonNull(News2.score(conscious(set, worse), scale).band());

    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  @Property
  void theSameSetScoresTheSame(
      @ForAll("complete") VitalSigns set, @ForAll OxygenSaturationScale scale) {
    assertThat(News2.score(set, scale)).isEqualTo(News2.score(set, scale));
  }

  @Provide
  Arbitrary<VitalSigns> complete() {
    return Combinators.combine(
            number(Vital.RESPIRATION_RATE),
            number(Vital.OXYGEN_SATURATION),
            Arbitraries.of(true, false),
            number(Vital.SYSTOLIC_BLOOD_PRESSURE),
            number(Vital.PULSE),
            Arbitraries.of(Consciousness.class),
            number(Vital.TEMPERATURE))
        .as(
            (respiration, saturation, oxygen, systolic, pulse, consciousness, temperature) -> {
              VitalSignsFixture set =
                  VitalSignsFixture.well()
                      .respirationRate(respiration)
                      .oxygenSaturation(saturation)
                      .systolic(systolic)
                      .pulse(pulse)
                      .consciousness(consciousness)
                      .temperature(temperature);
              return (oxygen ? set.onOxygen() : set.onAir()).set();
            });
  }

  @Provide
  Arbitrary<Set<Vital>> someParameters() {
    return Arbitraries.of(News2.PARAMETERS).set().ofMinSize(1);
  }

  private static Arbitrary<String> number(Vital vital) {
    Range range = Objects.requireNonNull(vital.range());
    return Arbitraries.bigDecimals()
        .between(range.lowest(), range.highest())
        .ofScale(3)
        .map(Object::toString);
  }

  private static int sum(Score score) {
    return score.parameters().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Set<Vital> inEnumOrder() {
    return EnumSet.copyOf(News2.PARAMETERS);
  }

  private static VitalSigns alert(VitalSigns set) {
    return conscious(set, Consciousness.ALERT);
  }

  private static VitalSigns conscious(VitalSigns set, Consciousness level) {
    return copy(set, level, List.of());
  }

  private static VitalSigns without(VitalSigns set, Set<Vital> missing) {
    return copy(set, Objects.requireNonNull(set.consciousness()), List.copyOf(missing));
  }

  private static VitalSigns copy(VitalSigns set, Consciousness level, List<Vital> missing) {
    VitalSignsFixture copy = VitalSignsFixture.well().consciousness(level);
    for (Vital vital : News2.PARAMETERS) {
      if (vital.range() != null) {
        copy.with(vital, String.valueOf(set.number(vital)));
      }
    }
    if (Boolean.TRUE.equals(set.supplementalOxygen())) {
      copy.onOxygen();
    }
    missing.forEach(copy::without);
    return copy.set();
  }
}
