package health.vigil.monitoring;

import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final List<RecentSet> everyOne = new ArrayList<>();
    private int arrived;

    Course arrive(Arrival arrival) {
      Instant at = NINE.plus(Duration.ofMinutes(100L + arrived));
      Instant measuredAt = at.minus(Duration.ofMinutes(arrival.behind()));
      RecentSet set =
          RecentSet.arriving(set("set" + arrived++), arrival.values(), measuredAt, true);
      RecentSet next = set.with(WATCH.timeliness(set, recent, at));
      recent = recent.with(next, bases(), OxygenSaturationScale.SCALE_1);
      everyOne.add(next);
      standing = WATCH.after(standing, next, recent);
      return this;
    }

    RecentSet last() {
      return recent.sets().get(recent.sets().size() - 1);
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
      RecentSet last = course.last();
      boolean mayLower = last.timeliness() == Timeliness.CURRENT && WATCH.judge(last).isWhole();
      if (!mayLower) {
        assertNotLower(course.standing, before);
      }
    }
  }

  /** Beside a device that sends a set each minute, however late the nurse's arrive. */
  @Property
  void aCompleteSetLeavesTheBreachAtWhatItAndAllThatIsNewerShow(
      @ForAll("besideADevice") @Size(max = 60) List<Arrival> arrivals) {
    Course course = new Course();
    List<JudgedSet> all = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      course.arrive(arrival);
      JudgedSet last = WATCH.judge(course.last());
      all.add(last);
      if (last.isWhole() && last.timeliness() == Timeliness.CURRENT) {
        assertThat(Optional.ofNullable(levels(course.standing).get(BreachRule.NEWS2)))
            .isEqualTo(worst(notBefore(last, all)));
      }
    }
  }

  @Property
  void noDangerSeenSinceTheNewestCompleteSetIsForgotten(
      @ForAll("besideADevice") @Size(max = 60) List<Arrival> arrivals) {
    Course course = new Course();
    List<JudgedSet> all = new ArrayList<>();
    JudgedSet whole = null;
    for (Arrival arrival : arrivals) {
      course.arrive(arrival);
      JudgedSet last = WATCH.judge(course.last());
      all.add(last);
      whole = last.isWhole() && last.timeliness() == Timeliness.CURRENT ? last : whole;
      Optional<Band> worst = worst(whole == null ? all.stream() : notBefore(whole, all));
      Band level = levels(course.standing).getOrDefault(BreachRule.NEWS2, Band.LOW);
      assertThat(level).isGreaterThanOrEqualTo(worst.orElse(Band.LOW));
      assertThat(shown(course.standing.status())).isGreaterThanOrEqualTo(worst.orElse(Band.LOW));
    }
  }

  /** However much a device has sent since, where nothing came late. */
  @Property
  void theNewestCompleteSetTakenBackLeavesWhatAllTheOthersSay(
      @ForAll("besideADevice") @Size(max = 60) List<Arrival> arrivals) {
    Course course = new Course();
    arrivals.forEach(arrival -> course.arrive(new Arrival(arrival.values(), 0)));
    Optional<RecentSet> wrong =
        course.recent.newestFirst().filter(WorthKeeping::isComplete).findFirst();
    if (wrong.isPresent()) {
      RecentSets others = new RecentSets(course.everyOne).without(wrong.get().id());
      Standing expected = WATCH.afresh(others);

      Standing after = WATCH.afresh(course.recent.without(wrong.get().id()));

      assertThat(levels(after)).isEqualTo(levels(expected));
      assertThat(after.status().basis()).isEqualTo(expected.status().basis());
    }
  }

  @Property
  void aLimitIsBreachedAsTheNewestValueOfItsVitalSignSays(
      @ForAll("besideADevice") @Size(max = 60) List<Arrival> arrivals) {
    Course course = new Course();
    Instant newest = Instant.MIN;
    for (Arrival arrival : arrivals) {
      course.arrive(arrival);
      RecentSet last = course.last();
      BigDecimal pulse = last.values().number(Vital.PULSE);
      if (pulse != null && last.counts() && !last.measuredAt().isBefore(newest)) {
        newest = last.measuredAt();
        assertThat(course.standing.breaches().containsKey(BreachRule.limit(Vital.PULSE)))
            .isEqualTo(pulse.intValue() > 100);
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

  @Provide
  Arbitrary<List<Arrival>> besideADevice() {
    Arbitrary<Arrival> nurse =
        Combinators.combine(complete(), Arbitraries.integers().between(0, 50)).as(Arrival::new);
    Arbitrary<Arrival> device =
        Combinators.combine(incomplete(), Arbitraries.integers().between(0, 2)).as(Arrival::new);
    return Arbitraries.frequencyOf(Tuple.of(1, nurse), Tuple.of(9, device)).list();
  }

  private static Arbitrary<VitalSigns> values() {
    return Arbitraries.oneOf(complete(), incomplete());
  }

  private static Arbitrary<VitalSigns> complete() {
    return Arbitraries.of(
        VitalSignsFixture.scoring0(),
        VitalSignsFixture.scoring1(),
        VitalSignsFixture.scoring3InOne(),
        VitalSignsFixture.scoring5(),
        VitalSignsFixture.scoring7());
  }

  private static Arbitrary<VitalSigns> incomplete() {
    return Arbitraries.of(
        VitalSignsFixture.nothing().set(),
        VitalSignsFixture.nothing().pulse("72").set(),
        VitalSignsFixture.nothing().pulse("131").set(),
        VitalSignsFixture.nothing().pulse("131").respirationRate("22").set(),
        VitalSignsFixture.nothing().temperature("37").set(),
        VitalSignsFixture.well().without(Vital.TEMPERATURE).set());
  }

  /** A set, and what was measured after it; of what was measured at once, what came after it. */
  private static Stream<JudgedSet> notBefore(JudgedSet set, List<JudgedSet> all) {
    Instant since = set.set().measuredAt();
    List<JudgedSet> then = all.subList(all.indexOf(set), all.size());
    return all.stream()
        .filter(
            other ->
                other.set().measuredAt().isAfter(since)
                    || (other.set().measuredAt().equals(since) && then.contains(other)));
  }

  private static Optional<Band> worst(Stream<JudgedSet> sets) {
    return sets.filter(set -> !set.isChartedOnly())
        .map(set -> Verdict.byScore(set.score(), WATCH.rules().breachFrom()).level())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static Band shown(CurrentStatus status) {
    Score score = Objects.requireNonNull(status.score());
    Band band = score.complete() ? score.band() : score.atLeast();
    return band == null ? Band.LOW : band;
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
