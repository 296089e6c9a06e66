package health.vigil.monitoring;

import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** What holds for every course of a stay. */
class StandingPropertiesTest {
  private static final Instant NINE = AdasStay.at("09:00");
  private static final Watch WATCH =
      new Watch(
          Plans.limits(Vital.PULSE, null, "100"),
          MonitoringRules.STANDARD,
          NINE.plus(Duration.ofHours(1)));

  /**
   * @param behind how many minutes it arrives after it is measured
   */
  record Arrival(VitalSigns values, int behind) {}

  private static final class Course {
    private Standing standing = new Standing(CurrentStatus.NONE.due(WATCH.firstDue()), Map.of());
    private RecentSets recent = RecentSets.NONE;
    private int arrived;

    Course arrive(Arrival arrival) {
      Instant at = NINE.plus(Duration.ofMinutes(100L + arrived));
      Instant measuredAt = at.minus(Duration.ofMinutes(arrival.behind()));
      Timeliness timeliness = WATCH.timeliness(measuredAt, standing.status().measuredAt(), at);
      RecentSet next =
          new RecentSet(set("set" + arrived++), arrival.values(), measuredAt, timeliness, true);
      recent = recent.with(next, bases());
      standing = WATCH.after(standing, next, recent);
      return this;
    }

    Set<ObservationId> bases() {
      return Set.copyOf(
          standing.breaches().values().stream().map(Breach::basis).distinct().toList());
    }
  }

  @Property
  void judgedAfreshAStayStandsWhereItStood(
      @ForAll("arrivals") @Size(max = RecentSets.MOST) List<Arrival> arrivals) {
    Course course = course(arrivals);

    assertThat(levels(WATCH.afresh(course.recent))).isEqualTo(levels(course.standing));
    assertThat(WATCH.afresh(course.recent).status()).isEqualTo(course.standing.status());
  }

  @Property
  void aSetTakenBackAtOnceLeavesTheStayAsItWas(
      @ForAll("arrivals") @Size(max = RecentSets.MOST - 1) List<Arrival> arrivals,
      @ForAll("arrival") Arrival wrong) {
    Course course = course(arrivals);
    Standing before = course.standing;

    course.arrive(wrong);
    Standing after = WATCH.afresh(course.recent.without(set("set" + (course.arrived - 1))));

    assertThat(levels(after)).isEqualTo(levels(before));
    assertThat(after.status()).isEqualTo(before.status());
  }

  @Property
  void onlyACompleteCurrentSetLowersTheScoresBreach(
      @ForAll("arrivals") @Size(max = 30) List<Arrival> arrivals) {
    Course course = new Course();
    for (Arrival arrival : arrivals) {
      Standing before = course.standing;
      course.arrive(arrival);
      RecentSet last = course.recent.sets().get(course.recent.sets().size() - 1);
      boolean mayLower = last.timeliness() == Timeliness.CURRENT && WATCH.judge(last).isWhole();
      if (!mayLower) {
        assertNotLower(course.standing, before);
      }
    }
  }

  @Property
  void theDueTimeIsNeverLaterThanTwelveHoursAfterTheNewestSet(
      @ForAll("arrivals") @Size(max = 30) List<Arrival> arrivals) {
    Course course = course(arrivals);
    CurrentStatus status = course.standing.status();
    Instant from = status.measuredAt() == null ? NINE : status.measuredAt();

    assertThat(status.nextObservationDue()).isBeforeOrEqualTo(from.plus(Duration.ofHours(12)));
  }

  @Property
  void howManySetsThereEverWereOnlyTheNewestAreHeld(
      @ForAll("arrivals") @Size(min = 13, max = 60) List<Arrival> arrivals) {
    Course course = course(arrivals);

    assertThat(course.recent.sets()).hasSize(RecentSets.MOST);
    assertThat(course.recent.sets()).extracting(RecentSet::id).containsAll(course.bases());
    assertThat(course.recent.find(Objects.requireNonNull(course.standing.status().basis())))
        .isPresent();
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return arrival().list();
  }

  @Provide
  Arbitrary<Arrival> arrival() {
    Arbitrary<Integer> behind =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(0)),
            Tuple.of(3, Arbitraries.integers().between(1, 10)),
            Tuple.of(1, Arbitraries.integers().between(55, 90)));
    return Combinators.combine(values(), behind).as(Arrival::new);
  }

  private static Arbitrary<VitalSigns> values() {
    Arbitrary<VitalSigns> complete =
        Arbitraries.of(
            VitalSignsFixture.scoring0(),
            VitalSignsFixture.scoring1(),
            VitalSignsFixture.scoring3InOne(),
            VitalSignsFixture.scoring5(),
            VitalSignsFixture.scoring7());
    Arbitrary<VitalSigns> incomplete =
        Arbitraries.of(
            VitalSignsFixture.nothing().set(),
            VitalSignsFixture.nothing().pulse("72").set(),
            VitalSignsFixture.nothing().pulse("131").set(),
            VitalSignsFixture.nothing().pulse("131").respirationRate("22").set(),
            VitalSignsFixture.well().without(Vital.TEMPERATURE).set());
    return Arbitraries.oneOf(complete, incomplete);
  }

  private static Course course(List<Arrival> arrivals) {
    Course course = new Course();
    arrivals.forEach(course::arrive);
    return course;
  }

  private static Map<BreachRule, Band> levels(Standing standing) {
    return standing.breaches().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().level()));
  }

  private static void assertNotLower(Standing after, Standing before) {
    Breach earlier = before.breaches().get(BreachRule.NEWS2);
    if (earlier != null) {
      assertThat(levels(after).get(BreachRule.NEWS2)).isGreaterThanOrEqualTo(earlier.level());
    }
  }
}
