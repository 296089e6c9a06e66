package health.vigil.projection.ward;

import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.VitalSigns;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few newest valid sets of a stay, by time of measurement: enough for a trend, and for the
 * values of the set before when the newest is retracted.
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
   */
  RecentSets with(
      ObservationId observation, Instant measuredAt, @Nullable Score score, VitalSigns values) {
    Integer total = score == null ? null : score.total();
    List<Entry> entries = new ArrayList<>(without(observation).newestFirst);
    int place = 0;
    while (place < entries.size() && entries.get(place).measuredAt().isAfter(measuredAt)) {
      place++;
    }
    entries.add(place, new Entry(observation, measuredAt, total, values));
    return new RecentSets(entries.subList(0, Math.min(entries.size(), REMEMBERED)));
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
