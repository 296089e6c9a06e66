package health.vigil.app.ingest;

import health.vigil.monitoring.budget.MergedReadings;
import health.vigil.monitoring.budget.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The readings that were merged into one recorded one.
 *
 * @param before all of them but the last
 * @param last as it came, so that it can still be recorded
 */
record Merging(Anchor anchor, Tally before, ContinuousReading last) {
  static Merging into(Anchor anchor, ContinuousReading first) {
    return new Merging(anchor, Tally.NONE, first);
  }

  Merging and(ContinuousReading next) {
    return new Merging(anchor, before.and(last.reading()), next);
  }

  /** What is left to say when the last one is recorded itself, null for nothing. */
  @Nullable MergedReadings allButTheLast() {
    return before.readings(anchor.stream(), anchor.id());
  }

  @Nullable MergedReadings all() {
    return before.and(last.reading()).readings(anchor.stream(), anchor.id());
  }
}
