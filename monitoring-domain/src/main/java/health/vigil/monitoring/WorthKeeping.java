package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sets say something that no newer one does, and that a complete set which arrives late must
 * be held against: the newest of all, the newest complete one, the newest with a value of each
 * vital sign, and of the incomplete ones measured since the newest complete one the newest at each
 * level of danger. The newest complete one may prove wrong: what would be so without it is kept as
 * well.
 */
final class WorthKeeping {
  private static final int NEWEST_AND_THE_ONE_BEFORE = 2;

  private final OxygenSaturationScale scale;
  private final Set<Vital> measured = EnumSet.noneOf(Vital.class);
  private final Set<Band> dangers = EnumSet.noneOf(Band.class);
  private final Set<ObservationId> kept = new HashSet<>();
  private int complete;

  private WorthKeeping(OxygenSaturationScale scale) {
    this.scale = scale;
  }

  static Set<ObservationId> of(List<RecentSet> newestFirst, OxygenSaturationScale scale) {
    WorthKeeping worth = new WorthKeeping(scale);
    newestFirst.forEach(worth::look);
    return worth.kept;
  }

  /** The same on both scales: a set that lacks nothing has a sub-score for everything. */
  static boolean isComplete(RecentSet set) {
    return News2.score(set.values(), OxygenSaturationScale.SCALE_1).complete();
  }

  private void look(RecentSet set) {
    boolean newest = kept.isEmpty();
    int newer = complete;
    boolean judges = newer < NEWEST_AND_THE_ONE_BEFORE && judges(set);
    boolean newestComplete = newer == 0 && complete == 1;
    boolean measures = !newestComplete && measures(set);
    if (newest || measures || judges) {
      kept.add(set.id());
    }
  }

  private boolean judges(RecentSet set) {
    Score score = News2.score(set.values(), scale);
    if (score.complete()) {
      complete++;
      return true;
    }
    return score.atLeast() != null && set.counts() && dangers.add(score.atLeast());
  }

  private boolean measures(RecentSet set) {
    return set.counts() && measured.addAll(numbers(set.values()));
  }

  private static Set<Vital> numbers(VitalSigns values) {
    Set<Vital> numbers = EnumSet.allOf(Vital.class);
    numbers.removeIf(vital -> values.number(vital) == null);
    return numbers;
  }
}
