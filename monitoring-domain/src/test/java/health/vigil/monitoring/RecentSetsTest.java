package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.monitoring.AdasStay.set;
import static health.vigil.monitoring.score.OxygenSaturationScale.SCALE_1;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentSetsTest {
  private static final Instant NINE = AdasStay.at("09:00");
  private static final VitalSigns TEMPERATURE_ONLY = nothing().temperature("37").set();

  @Test
  void itHoldsTheNewestByMeasurementWhateverTheOrderOfArrival() {
    RecentSets sets = RecentSets.NONE;
    for (int i = 0; i < 20; i++) {
      sets = sets.with(recent("" + i, scoring0(), i % 2 == 0 ? i : -i), Set.of(), SCALE_1);
    }

    assertThat(sets.sets()).hasSize(RecentSets.MOST);
    assertThat(ids(sets)).contains("0", "2", "4", "6", "8", "10", "12", "14", "16", "18");
    assertThat(ids(sets)).contains("19");
  }

  @Test
  void itNeverLosesTheTwoNewestCompleteSetsNorOneThatIsNeeded() {
    RecentSets sets =
        RecentSets.NONE
            .with(recent("needed", TEMPERATURE_ONLY, 0), Set.of(set("needed")), SCALE_1)
            .with(recent("oldest", scoring0(), 1), Set.of(set("needed")), SCALE_1)
            .with(recent("older", scoring0(), 2), Set.of(set("needed")), SCALE_1)
            .with(recent("complete", scoring0(), 3), Set.of(set("needed")), SCALE_1);
    for (int i = 4; i < 50; i++) {
      sets = sets.with(recent("" + i, TEMPERATURE_ONLY, i), Set.of(set("needed")), SCALE_1);
    }

    assertThat(sets.sets()).hasSize(RecentSets.MOST);
    assertThat(ids(sets))
        .contains("needed", "older", "complete", "49", "41")
        .doesNotContain("oldest", "40");
  }

  @Test
  void aCorrectedSetKeepsItsPlace() {
    RecentSets sets =
        RecentSets.NONE
            .with(recent("a", scoring0(), 0), Set.of(), SCALE_1)
            .with(recent("b", scoring0(), 1), Set.of(), SCALE_1)
            .with(recent("a", TEMPERATURE_ONLY, 0), Set.of(), SCALE_1);

    assertThat(ids(sets)).containsExactly("a", "b");
    assertThat(sets.sets().get(0).values()).isEqualTo(TEMPERATURE_ONLY);
  }

  @Test
  void ofTwoMeasuredAtOnceTheOneThatCameLastIsTheNewest() {
    RecentSets sets =
        RecentSets.NONE
            .with(recent("a", scoring0(), 0), Set.of(), SCALE_1)
            .with(recent("b", scoring0(), 0), Set.of(), SCALE_1);

    assertThat(sets.newest()).map(RecentSet::id).contains(set("b"));
  }

  private static RecentSet recent(String name, VitalSigns values, int minute) {
    return new RecentSet(
        set(name), values, NINE.plusSeconds(60L * minute), Timeliness.CURRENT, true);
  }

  private static List<String> ids(RecentSets sets) {
    return sets.sets().stream().map(set -> set.id().value()).toList();
  }
}
