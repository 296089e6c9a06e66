package health.vigil.monitoring;

import health.vigil.monitoring.score.OxygenSaturationScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The newest valid sets of a stay in the order they arrived, never more than {@link #MOST}. Beyond
 * the newest it keeps those that open breaches rest on, and {@link WorthKeeping those} that a set
 * yet to come may be held against.
 */
record RecentSets(List<RecentSet> sets) {
  static final int MOST = 12;
  static final RecentSets NONE = new RecentSets(List.of());

  private static final Comparator<RecentSet> BY_TIME = Comparator.comparing(RecentSet::measuredAt);

  RecentSets {
    sets = List.copyOf(sets);
  }

  /** Adds a set, or puts it in the place of the one with its id. */
  RecentSets with(RecentSet set, Set<ObservationId> bases, OxygenSaturationScale scale) {
    List<RecentSet> all = new ArrayList<>(sets);
    int place = indexOf(set.id());
    if (place >= 0) {
      all.set(place, set);
    } else {
      makeRoom(all, bases, scale);
      all.add(set);
    }
    return new RecentSets(all);
  }

  RecentSets without(ObservationId id) {
    return new RecentSets(sets.stream().filter(set -> !set.id().equals(id)).toList());
  }

  /**
   * What has become the newest, of all and of the complete ones, after the sets that superseded it
   * proved wrong, is current and counts as the last to arrive.
   */
  RecentSets promoted() {
    List<RecentSet> all = new ArrayList<>(sets);
    newestFirst().filter(WorthKeeping::isComplete).findFirst().ifPresent(set -> promote(set, all));
    newest().ifPresent(set -> promote(set, all));
    return new RecentSets(all);
  }

  private static void promote(RecentSet set, List<RecentSet> all) {
    if (!set.isCurrent() && all.remove(set)) {
      all.add(set.with(Timeliness.CURRENT));
    }
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

  /** The set with this id, and what had arrived before it. */
  RecentSets upTo(ObservationId id) {
    return new RecentSets(sets.subList(0, indexOf(id) + 1));
  }

  /** What was measured after a set and counts, newest first. */
  Stream<RecentSet> newerThan(RecentSet set) {
    return newestFirst()
        .takeWhile(other -> other.measuredAt().isAfter(set.measuredAt()))
        .filter(RecentSet::counts);
  }

  private int indexOf(ObservationId id) {
    return sets.stream().map(RecentSet::id).toList().indexOf(id);
  }

  private static void makeRoom(
      List<RecentSet> sets, Set<ObservationId> bases, OxygenSaturationScale scale) {
    if (sets.size() < MOST) {
      return;
    }
    Set<ObservationId> worth = WorthKeeping.of(newestFirst(sets).toList(), scale);
    List<RecentSet> oldestFirst =
        sets.stream().filter(set -> !bases.contains(set.id())).sorted(BY_TIME).toList();
    oldestFirst.stream()
        .filter(set -> !worth.contains(set.id()))
        .findFirst()
        .or(() -> oldestFirst.stream().filter(set -> !WorthKeeping.isComplete(set)).findFirst())
        .ifPresent(sets::remove);
  }

  private static Stream<RecentSet> newestFirst(List<RecentSet> sets) {
    List<RecentSet> backwards = new ArrayList<>(sets);
    Collections.reverse(backwards);
    return backwards.stream().sorted(BY_TIME.reversed());
  }
}
