package health.vigil.projection.ward;

import static health.vigil.projection.PatientFixture.MORNING;
import static health.vigil.projection.PatientFixture.incomplete;
import static health.vigil.projection.PatientFixture.pulse;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.projection.PatientFixture.Measured;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentSetsTest {
  private static final int WELL = 72;
  private static final int FAST = 100;
  private static final int FASTER = 120;

  @Test
  void one_total_has_no_direction() {
    ScoreTrend trend = sets(pulse(WELL, MORNING)).trend();

    assertThat(trend.direction()).isNull();
    assertThat(trend.change()).isNull();
  }

  @Test
  void the_trend_compares_the_two_newest_totals() {
    assertThat(direction(WELL, FASTER, FAST)).isEqualTo(ScoreTrend.Direction.FALLING);
    assertThat(direction(FASTER, WELL, FAST)).isEqualTo(ScoreTrend.Direction.RISING);
    assertThat(direction(FASTER, FAST, FAST)).isEqualTo(ScoreTrend.Direction.STEADY);
  }

  @Test
  void a_late_set_takes_the_place_of_its_time() {
    Measured early = pulse(WELL, MORNING);
    Measured newest = pulse(FASTER, MORNING.plusSeconds(120));
    Measured late = pulse(FAST, MORNING.plusSeconds(60));

    assertThat(totals(sets(early, newest, late))).containsExactly(2, 1, 0);
  }

  @Test
  void of_sets_of_the_same_time_the_latest_known_is_newest() {
    assertThat(totals(sets(pulse(WELL, MORNING), pulse(FAST, MORNING)))).containsExactly(1, 0);
  }

  @Test
  void incomplete_sets_have_no_part_in_the_trend() {
    RecentSets sets =
        sets(
            pulse(WELL, MORNING),
            incomplete(FASTER, MORNING.plusSeconds(60)),
            pulse(FAST, MORNING.plusSeconds(120)));

    assertThat(totals(sets)).containsExactly(1, 0);
  }

  @Test
  void a_corrected_set_replaces_the_original() {
    Measured original = pulse(FASTER, MORNING);
    Measured corrected = pulse(WELL, MORNING.plusSeconds(30));
    RecentSets sets =
        sets(original)
            .with(
                original.id(), corrected.measuredAt(), corrected.score(), corrected.values(), null);

    assertThat(totals(sets)).containsExactly(0);
    assertThat(sets.values(original.id().value())).isEqualTo(corrected.values());
  }

  @Test
  void a_retracted_set_is_forgotten() {
    Measured kept = pulse(WELL, MORNING);
    Measured wrong = pulse(FASTER, MORNING.plusSeconds(60));

    assertThat(sets(kept, wrong).without(wrong.id())).isEqualTo(sets(kept));
  }

  @Test
  void only_the_newest_are_remembered() {
    RecentSets sets = RecentSets.NONE;
    for (int i = 0; i < 3 * RecentSets.REMEMBERED; i++) {
      sets = with(sets, pulse(WELL, MORNING.plusSeconds(i)));
    }
    assertThat(sets.newestFirst()).hasSize(RecentSets.REMEMBERED);
    assertThat(sets.newestFirst().get(0).measuredAt())
        .isEqualTo(MORNING.plusSeconds(3L * RecentSets.REMEMBERED - 1));
  }

  @Test
  void a_device_that_sends_parts_forgets_no_total_and_not_what_the_status_rests_on() {
    Measured basis = incomplete(FASTER, MORNING.plusSeconds(1));
    RecentSets sets = sets(pulse(WELL, MORNING), basis);
    for (int i = 0; i < 3 * RecentSets.REMEMBERED; i++) {
      Measured part = incomplete(FAST, MORNING.plusSeconds(60 + i));
      sets = sets.with(part.id(), part.measuredAt(), part.score(), part.values(), basis.id());
    }

    assertThat(sets.newestFirst()).hasSize(RecentSets.REMEMBERED + 2);
    assertThat(totals(sets)).containsExactly(0);
    assertThat(sets.values(basis.id().value())).isEqualTo(basis.values());
  }

  private static ScoreTrend.@Nullable Direction direction(int... pulses) {
    RecentSets sets = RecentSets.NONE;
    for (int i = 0; i < pulses.length; i++) {
      sets = with(sets, pulse(pulses[i], MORNING.plusSeconds(i)));
    }
    return sets.trend().direction();
  }

  private static List<Integer> totals(RecentSets sets) {
    return sets.trend().totals().stream().map(ScoreTrend.PastTotal::total).toList();
  }

  private static RecentSets sets(Measured... measured) {
    RecentSets sets = RecentSets.NONE;
    for (Measured set : measured) {
      sets = with(sets, set);
    }
    return sets;
  }

  private static RecentSets with(RecentSets sets, Measured set) {
    return sets.with(set.id(), set.measuredAt(), set.score(), set.values(), null);
  }
}
