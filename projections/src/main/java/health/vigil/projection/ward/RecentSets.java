package health.vigil.projection.ward;

import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few newest valid sets of a stay, by time of measurement, of those with a total and of those
 * without: enough for a trend, and for the values of the set before when the newest is retracted.
 * The one that the status rests on is always there.
 */
@RegisterForReflection(registerFullHierarchy = true)
record RecentSets(List<Entry> newestFirst) {
  static final int REMEMBERED = 5;
  static final RecentSets NONE = new RecentSets(List.of());

  /**
   * @param total null when the set is incomplete or not scored
   */
  record Entry(
      ObservationId observation,
      Instant measuredAt,
      @Nullable Integer total,
      VitalSigns vitalSigns) {}

  RecentSets {
    newestFirst = List.copyOf(newestFirst);
  }

  /**
   * With a set that is new or corrected; among sets of the same time the latest known is newest.
   *
   * @param basis the set that the status rests on now
   */
  RecentSets with(
      ObservationId observation,
      Instant measuredAt,
      @Nullable Score score,
      VitalSigns values,
      @Nullable ObservationId basis) {
    Integer total = score == null ? null : score.total();
    List<Entry> entries = new ArrayList<>(without(observation).newestFirst);
    int place = 0;
    while (place < entries.size() && entries.get(place).measuredAt().isAfter(measuredAt)) {
      place++;
    }
    entries.add(place, new Entry(observation, measuredAt, total, values));
    return new RecentSets(remembered(entries, basis));
  }

  RecentSets without(ObservationId observation) {
    return new RecentSets(
        newestFirst.stream().filter(entry -> !entry.observation().equals(observation)).toList());
  }

  /** The values of a set; null when it lies further back than what is remembered. */
  @Nullable VitalSigns values(@Nullable String observation) {
    return newestFirst.stream()
        .filter(entry -> entry.observation().value().equals(observation))
        .map(Entry::vitalSigns)
        .findFirst()
        .orElse(null);
  }

  /** The newest set; null when the status rests on it, or there is none. */
  @Nullable Entry latestBeside(@Nullable String basis) {
    Entry newest = newestFirst.isEmpty() ? null : newestFirst.get(0);
    return newest == null || newest.observation().value().equals(basis) ? null : newest;
  }

  private static List<Entry> remembered(List<Entry> newestFirst, @Nullable ObservationId basis) {
    Map<Boolean, Integer> seen = new HashMap<>();
    return newestFirst.stream()
        .filter(
            entry ->
                seen.merge(entry.total() == null, 1, Integer::sum) <= REMEMBERED
                    || entry.observation().equals(basis))
        .toList();
  }

  ScoreTrend trend() {
    List<ScoreTrend.PastTotal> totals = new ArrayList<>();
    for (Entry entry : newestFirst) {
      if (entry.total() != null) {
        totals.add(new ScoreTrend.PastTotal(entry.measuredAt(), entry.total()));
      }
    }
    return ScoreTrend.of(totals);
  }
}
