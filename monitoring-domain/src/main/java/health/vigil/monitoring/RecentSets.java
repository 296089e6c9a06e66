package health.vigil.monitoring;

import health.vigil.monitoring.score.News2;
import health.vigil.monitoring.score.OxygenSaturationScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest valid sets of a stay in the order they arrived, never more than {@link #MOST}. Beyond
 * the newest it keeps the newest complete one, which the due time rests on, and those that open
 * breaches rest on.
 */
record RecentSets(List<RecentSet> sets) {
  static final int MOST = 12;
  static final RecentSets NONE = new RecentSets(List.of());

  private static final Comparator<RecentSet> BY_TIME = Comparator.comparing(RecentSet::measuredAt);

  RecentSets {
    sets = List.copyOf(sets);
  }

  /** Adds a set, or puts it in the place of the one with its id. */
  RecentSets with(RecentSet set, Set<ObservationId> needed) {
    List<RecentSet> all = new ArrayList<>(sets);
    int place = indexOf(set.id());
    if (place >= 0) {
      all.set(place, set);
    } else {
      makeRoom(all, needed);
      all.add(set);
    }
    return new RecentSets(all);
  }

  RecentSets without(ObservationId id) {
    return new RecentSets(sets.stream().filter(set -> !set.id().equals(id)).toList());
  }

  /** What has become current after the sets that superseded it proved wrong counts as the last. */
  RecentSets promote(@Nullable ObservationId id) {
    int place = id == null ? -1 : indexOf(id);
    if (place < 0 || sets.get(place).timeliness() == Timeliness.CURRENT) {
      return this;
    }
    List<RecentSet> all = new ArrayList<>(sets);
    all.add(all.remove(place).asCurrent());
    return new RecentSets(all);
  }

  Optional<RecentSet> find(ObservationId id) {
    return sets.stream().filter(set -> set.id().equals(id)).findFirst();
  }

  /** The one measured last; of two measured at once the one that arrived last. */
  Optional<RecentSet> newest() {
    return newestFirst(sets).findFirst();
  }

  /** From the one measured last back. */
  Stream<RecentSet> newestFirst() {
    return newestFirst(sets);
  }

  /** What had arrived before the set with this id, all when it is not here. */
  RecentSets before(ObservationId id) {
    int place = indexOf(id);
    return place < 0 ? this : new RecentSets(sets.subList(0, place));
  }

  private int indexOf(ObservationId id) {
    return sets.stream().map(RecentSet::id).toList().indexOf(id);
  }

  private static void makeRoom(List<RecentSet> sets, Set<ObservationId> needed) {
    if (sets.size() < MOST) {
      return;
    }
    Optional<RecentSet> complete = newestFirst(sets).filter(RecentSets::isComplete).findFirst();
    sets.stream()
        .filter(set -> !needed.contains(set.id()) && !complete.equals(Optional.of(set)))
        .min(BY_TIME)
        .ifPresent(sets::remove);
  }

  private static Stream<RecentSet> newestFirst(List<RecentSet> sets) {
    List<RecentSet> backwards = new ArrayList<>(sets);
    Collections.reverse(backwards);
    return backwards.stream().sorted(BY_TIME.reversed());
  }

  /** The same on both scales: a set that lacks nothing has a sub-score for everything. */
  private static boolean isComplete(RecentSet set) {
    return News2.score(set.values(), OxygenSaturationScale.SCALE_1).complete();
  }
}
