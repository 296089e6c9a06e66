package health.vigil.monitoring;

import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.VitalSignsFixture;
import health.vigil.monitoring.budget.IngestBudget;
import health.vigil.monitoring.budget.Reading;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** What a stay that keeps to the budget has lost against one that records every reading. */
class BudgetPropertiesTest {
  private static final Instant NINE = AdasStay.at("09:00");
  private static final IngestBudget BUDGET = IngestBudget.STANDARD;
  private static final MonitoringPlan PLAN =
      new MonitoringPlan(
          OxygenSaturationScale.SCALE_2,
          Scoring.NEWS2,
          null,
          Map.of(
              Vital.PULSE, Plans.limit("55", "100"),
              Vital.SYSTOLIC_BLOOD_PRESSURE, Plans.limit("105", null)),
          null,
          "hypercapnic failure");
  private static final Watch WATCH =
      new Watch(PLAN, MonitoringRules.STANDARD, NINE.plus(Duration.ofHours(1)));

  /**
   * @param after seconds after the one before
   * @param nurse whether a nurse measured it, and not the device
   */
  record Arrival(VitalSigns values, int after, boolean nurse) {}

  /** A stay, and the sets that were recorded in it. */
  private static final class Stay {
    private final List<VitalSigns> recorded = new ArrayList<>();
    private Standing standing = new Standing(CurrentStatus.NONE.due(WATCH.firstDue()), Map.of());
    private RecentSets recent = RecentSets.NONE;

    void record(Reading reading) {
      RecentSet set =
          RecentSet.arriving(
              set("set" + recorded.size()), reading.values(), reading.measuredAt(), true);
      recorded.add(reading.values());
      RecentSet next = set.with(WATCH.timeliness(set, recent, reading.measuredAt()));
      recent = recent.with(next, bases(), PLAN.spo2Scale());
      standing = WATCH.after(standing, next, recent);
    }

    Map<BreachRule, Band> breaches() {
      return standing.breaches().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().level()));
    }

    private Set<ObservationId> bases() {
      return standing.breaches().values().stream().map(Breach::basis).collect(Collectors.toSet());
    }
  }

  @Property
  void everySubScoreAndEverySideOfALimitIsRecordedInItsPlace(
      @ForAll("arrivals") @Size(max = 80) List<Arrival> arrivals) {
    Stay whole = new Stay();
    Stay kept = new Stay();
    runBoth(arrivals, whole, kept, () -> {});

    assertThat(said(kept.recorded)).isEqualTo(said(whole.recorded));
  }

  @Property
  void whatIsBreachedIsTheSameAtAnyTime(
      @ForAll("arrivals") @Size(max = 80) List<Arrival> arrivals) {
    Stay whole = new Stay();
    Stay kept = new Stay();
    runBoth(arrivals, whole, kept, () -> assertThat(kept.breaches()).isEqualTo(whole.breaches()));
  }

  @Property
  void noRecordedSetIsOlderThanTheWindow(
      @ForAll("arrivals") @Size(max = 80) List<Arrival> arrivals) {
    Stay whole = new Stay();
    Stay kept = new Stay();
    runBoth(
        arrivals,
        whole,
        kept,
        () -> {
          Instant newest = whole.recent.newest().orElseThrow().measuredAt();
          Instant recorded = kept.recent.newest().orElseThrow().measuredAt();
          assertThat(recorded).isAfter(newest.minus(BUDGET.window()));
        });
  }

  private static void runBoth(List<Arrival> arrivals, Stay whole, Stay kept, Runnable check) {
    Instant now = NINE;
    Reading window = null;
    for (Arrival arrival : arrivals) {
      now = now.plusSeconds(arrival.after());
      Reading reading = new Reading(arrival.values(), now);
      whole.record(reading);
      if (arrival.nurse() || saysSomething(window, reading)) {
        kept.record(reading);
        window = arrival.nurse() ? null : reading;
      }
      check.run();
    }
  }

  private static boolean saysSomething(@Nullable Reading window, Reading reading) {
    return window == null || BUDGET.novelty(window, reading, PLAN).isPresent();
  }

  /** What the sets say one after the other; what is said twice running is said once. */
  private static List<List<Object>> said(List<VitalSigns> sets) {
    List<List<Object>> said = new ArrayList<>();
    for (VitalSigns values : sets) {
      Score score = News2.score(values, PLAN.spo2Scale());
      List<Object> one =
          List.of(
              score.parameters(),
              side(values, Vital.PULSE),
              side(values, Vital.SYSTOLIC_BLOOD_PRESSURE));
      if (said.isEmpty() || !said.get(said.size() - 1).equals(one)) {
        said.add(one);
      }
    }
    return said;
  }

  private static String side(VitalSigns values, Vital vital) {
    BigDecimal value = values.number(vital);
    Limit limit = Objects.requireNonNull(PLAN.limits().get(vital));
    return value == null ? "none" : String.valueOf(limit.side(value));
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return Arbitraries.frequencyOf(Tuple.of(12, device()), Tuple.of(1, nurse())).list();
  }

  private static Arbitrary<Arrival> nurse() {
    return Arbitraries.of(
            VitalSignsFixture.scoring0(),
            VitalSignsFixture.scoring5(),
            VitalSignsFixture.scoring7(),
            VitalSignsFixture.nothing().temperature("37").set())
        .map(values -> new Arrival(values, 1, true));
  }

  /** Near where sub-scores change and limits lie. */
  private static Arbitrary<Arrival> device() {
    Arbitrary<String> pulse = between(87, 103);
    Arbitrary<String> saturation = between(86, 95);
    Arbitrary<String> systolic = between(103, 113);
    Arbitrary<Integer> after = Arbitraries.of(0, 1, 1, 1, 5, 20, 61);
    return Combinators.combine(
            pulse, saturation, systolic, after, Arbitraries.integers().between(0, 9))
        .as(
            (p, s, b, seconds, part) -> {
              VitalSignsFixture set = VitalSignsFixture.nothing().pulse(p).oxygenSaturation(s);
              return new Arrival(
                  (part == 0 ? set.systolic(b) : set.onOxygen()).set(), seconds, false);
            });
  }

  private static Arbitrary<String> between(int low, int high) {
    return Arbitraries.integers()
        .between(2 * low, 2 * high)
        .map(half -> String.valueOf(half / 2.0));
  }
}
